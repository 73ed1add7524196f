import { unclaimedParcels } from '#shared/lists/unclaimed.ts';
import { answering } from '../answering.ts';
import { listUnclaimed as contract } from '../contract/list-unclaimed.ts';
import { entriesSeen, type ListNeeds } from '../entries-seen.ts';

export const listUnclaimed = answering(contract, async (needs: ListNeeds, { caller }) => {
  const { entries } = await entriesSeen(needs, caller);
  return { reply: { parcels: unclaimedParcels(entries) } };
});
