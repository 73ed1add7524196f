import type { NameLookup } from '#shared/lists/ports.ts';
import { search as findAll } from '#shared/lists/search.ts';
import { answering } from '../answering.ts';
import { search as contract } from '../contract/search.ts';
import { entriesSeen, type ListNeeds, shelvesOf } from '../entries-seen.ts';

interface Needs extends ListNeeds {
  readonly names: NameLookup;
}

export const search = answering(contract, async (needs: Needs, { caller, body }) => {
  const { entries } = await entriesSeen(needs, caller);
  const shelves = shelvesOf(needs, caller);
  return { reply: await findAll(body.text, { entries, shelves, lookup: needs.names }) };
});
