import { createHash } from 'node:crypto';
import type { AttentionGroup, Entry } from '#shared/returns/attention/entry.ts';
import { attentionGroups } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Notice } from '#shared/robots/robot.ts';
import { attentionGroupWords } from '#shared/words/notice-words.ts';
import { type Layout, plainNotice } from './layout.ts';
import { minutesBetween } from './local-time.ts';
import { shortText } from './ring-notice.ts';
import { type Routing, teamsOf } from './routing.ts';
import type { SummaryDue } from './summaries-due.ts';

const mostShown = 5;
const moneyGroups: readonly AttentionGroup[] = ['goods-back-money-not-out', 'money-out-goods-not-back'];

/** What is open for a team, or for all, in a few lines; undefined where nothing is. */
export function summaryNotice(
  due: SummaryDue,
  entries: readonly Entry[],
  { now, routing, layout }: { readonly now: Instant; readonly routing: Routing; readonly layout: Layout },
): Notice | undefined {
  const own = entries.filter((entry) => isSeenBy(due.team, entry, routing) && isToDo(entry, now));
  if (own.length === 0) {
    return undefined;
  }
  const { texts } = layout;
  const within = (hours: number) => own.filter((entry) => isDueWithin(entry, now, hours * 60)).length;
  const unclaimed = own.filter(({ work }) => !work.owner).length;
  return plainNotice({
    id: summaryIdOf(due),
    type: 'notice.digest',
    isUrgent: false,
    title: texts.summary(due.occasion, due.team),
    lines: [
      texts.openCount(own.length, unclaimed),
      texts.platformSoon(within(2), within(8)),
      ...groupLines(own, now, layout),
      ...soonest(own).map((entry) => shortText(entry, now, layout, entry.platform?.dueAt)),
    ],
    people: [],
    data: { occasion: due.occasion, team: due.team, at: due.id, open: own.length, unclaimed },
  });
}

function summaryIdOf({ team, id, robot }: SummaryDue): string {
  return `notice_${createHash('sha256')
    .update(JSON.stringify([team, id, robot]))
    .digest('hex')
    .slice(0, 32)}`;
}

function isSeenBy(team: string | undefined, entry: Entry, routing: Routing): boolean {
  return team === undefined || teamsOf(entry, routing).includes(team);
}

function isToDo({ isOpen, todos, platform }: Entry, now: Instant): boolean {
  return isOpen && (platform?.dueAt !== undefined || todos.some((todo) => todo.since <= now));
}

function isDueWithin({ platform }: Entry, now: Instant, minutes: number): boolean {
  return platform?.dueAt !== undefined && minutesBetween(now, platform.dueAt) <= minutes;
}

function groupLines(entries: readonly Entry[], now: Instant, { texts, wording, currency }: Layout): string[] {
  return attentionGroups.flatMap((group) => {
    const todos = entries.flatMap(
      (entry) => entry.todos.find((todo) => todo.group === group && todo.since <= now) ?? [],
    );
    const amount = moneyGroups.includes(group) ? todos.reduce((sum, { stake = 0 }) => sum + stake, 0) : 0;
    const sum = amount > 0 ? wording.money({ amount, currency }) : undefined;
    return todos.length > 0 ? [texts.group(wording.word(attentionGroupWords, group), todos.length, sum)] : [];
  });
}

function soonest(entries: readonly Entry[]): Entry[] {
  const timed = entries.filter(({ platform }) => platform?.dueAt !== undefined);
  return timed.sort((a, b) => ((a.platform?.dueAt ?? '') < (b.platform?.dueAt ?? '') ? -1 : 1)).slice(0, mostShown);
}
