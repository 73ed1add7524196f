import { canonicalNumber } from '#shared/identifiers/tracking-number.ts';
import type { PhoneTails } from '#shared/lists/ports.ts';
import { unclaimedParcel } from '#shared/lists/unclaimed.ts';
import { answering } from '../answering.ts';
import { showUnclaimed as contract } from '../contract/show-unclaimed.ts';
import { entriesSeen, type ListNeeds } from '../entries-seen.ts';
import { formsOf } from '../path-forms.ts';

interface Needs extends ListNeeds {
  readonly phones: PhoneTails;
}

export const showUnclaimed = answering(contract, async (needs: Needs, { caller, path, query }) => {
  const { entries } = await entriesSeen(needs, caller);
  const forms = formsOf(path.number ?? '').flatMap((form) => [canonicalNumber(form), form]);
  for (const number of new Set(forms)) {
    const found = await unclaimedParcel(number, { entries, phones: needs.phones }, query.tail);
    if (found) {
      return { reply: found };
    }
  }
  return { problem: 'unknownParcel' };
});
