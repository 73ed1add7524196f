import type { Entry } from '#shared/returns/attention/entry.ts';
import { type AttentionItem, attentionOf, type GroupCount } from '#shared/returns/attention/rank.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Notice } from '#shared/robots/robot.ts';
import { attentionGroupWords } from '#shared/words/attention-group-words.ts';
import { type Layout, plainNotice } from './layout.ts';
import { minutesBetween } from './local-time.ts';
import { noticeIdOf } from './notice-id.ts';
import { shortText } from './ring-notice.ts';
import { type Routing, teamsOf } from './routing.ts';
import type { SummaryDue } from './summaries-due.ts';

const mostShown = 5;

interface Around {
  readonly now: Instant;
  readonly routing: Routing;
  readonly layout: Layout;
}

/** What is to do for a team, or for all, in a few lines; undefined where nothing is. */
export function summaryNotice(
  due: SummaryDue,
  entries: readonly Entry[],
  { now, routing, layout }: Around,
): Notice | undefined {
  const own = entries.filter((entry) => due.team === undefined || teamsOf(entry, routing).includes(due.team));
  const { items, groups } = attentionOf(own, { now, timeZone: layout.timeZone });
  if (items.length === 0) {
    return undefined;
  }
  const { texts } = layout;
  const unclaimed = items.filter(({ entry }) => !entry.work.owner).length;
  return plainNotice({
    id: noticeIdOf(due.team, due.id, due.robot),
    type: 'notice.digest',
    isUrgent: false,
    title: texts.summary(due.occasion, due.team),
    lines: [
      texts.openCount(items.length, unclaimed),
      texts.platformSoon(dueWithin(items, now, 2), dueWithin(items, now, 8)),
      ...groups.filter(({ count }) => count > 0).map((each) => groupLine(each, layout)),
      ...items.slice(0, mostShown).map(({ entry, dueAt }) => shortText(entry, now, layout, dueAt)),
    ],
    people: [],
    data: { occasion: due.occasion, team: due.team, at: due.id, open: items.length, unclaimed },
  });
}

function dueWithin(items: readonly AttentionItem[], now: Instant, hours: number): number {
  return items.filter(({ entry: { platform } }) => platform?.dueAt && minutesBetween(now, platform.dueAt) <= hours * 60)
    .length;
}

const moneyGroups: readonly GroupCount['group'][] = ['goods-back-money-not-out', 'money-out-goods-not-back'];

function groupLine({ group, count, sums }: GroupCount, { texts, wording }: Layout): string {
  const sum = moneyGroups.includes(group) ? wording.list(...sums.map(wording.money)) : '';
  return texts.group(wording.word(attentionGroupWords, group), count, sum);
}
