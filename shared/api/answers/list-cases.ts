import type { SilenceWatch } from '#shared/health/silence-watch.ts';
import { readListPage } from '#shared/lists/list-page.ts';
import { attentionOf } from '#shared/returns/attention/rank.ts';
import { digest } from '#shared/returns/record/digest.ts';
import { answering } from '../answering.ts';
import { type Caller, canSee } from '../caller.ts';
import { listCases as contract } from '../contract/list-cases.ts';
import { entriesSeen, type ListNeeds, shelvesOf } from '../entries-seen.ts';

interface Needs extends ListNeeds {
  readonly silence: SilenceWatch;
}

export const listCases = answering(contract, async (needs: Needs, { caller, query }) => {
  const { whole, entries, cursor, tag } = await readListPage(needs.lists, shelvesOf(needs, caller), query.since);
  const seen = await entriesSeen(needs, caller);
  const { groups } = attentionOf(seen.entries, { now: needs.now(), timeZone: needs.merchant.timeZone });
  const counts = groups.map(({ group, count }) => ({ group, count }));
  const silent = await silentSeen(needs, caller);
  return {
    reply: { whole, entries, counts, silent, cursor },
    // A cursor moves on with the time, and nothing has to be loaded for that.
    tag: digest(tag, ...counts.map(({ group, count }) => `${group} ${count}`), ...silent.map(textOf)),
  };
});

/** Here and not with `showMe`, which is asked once: whoever looks at a list must hear that a part of it comes late, and when that is over. */
async function silentSeen({ silence }: Needs, { sight }: Caller) {
  const silent = await silence.read();
  return silent
    .filter((each) => canSee(sight, each))
    .map(({ source, channel, shop, silentSince: since }) => ({ source, channel, shop, since }));
}

function textOf({ source, channel, shop, since }: Awaited<ReturnType<typeof silentSeen>>[number]): string {
  return `silent ${source}/${channel}/${shop} ${since}`;
}
