import { readListPage } from '#shared/lists/list-page.ts';
import { attentionOf } from '#shared/returns/attention/rank.ts';
import { digest } from '#shared/returns/record/digest.ts';
import { answering } from '../answering.ts';
import { listCases as contract } from '../contract/list-cases.ts';
import { entriesSeen, type ListNeeds, shelvesOf } from '../entries-seen.ts';

export const listCases = answering(contract, async (needs: ListNeeds, { caller, query }) => {
  const { whole, entries, cursor, tag } = await readListPage(needs.lists, shelvesOf(needs, caller), query.since);
  const seen = await entriesSeen(needs, caller);
  const { groups } = attentionOf(seen.entries, { now: needs.now(), timeZone: needs.merchant.timeZone });
  const counts = groups.map(({ group, count }) => ({ group, count }));
  return {
    reply: { whole, entries, counts, cursor },
    // A cursor moves on with the time, and nothing has to be loaded for that.
    tag: digest(tag, ...counts.map(({ group, count }) => `${group} ${count}`)),
  };
});
