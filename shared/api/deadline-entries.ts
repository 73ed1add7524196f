import type { TickFact } from '#shared/returns/case/fact.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { Change } from '#shared/returns/record/change.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { deadlineWords } from '#shared/words/deadline-words.ts';
import type { Wording } from '#shared/words/wording.ts';
import type { TimelineEntry, TimelineRecord } from './timeline-entry.ts';

/** What has to be known of a deadline to speak of it. */
interface Named {
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt?: Instant;
}

/** The clocks of the case: opened, moved, reminded of, missed, met, or stopped. */
export function deadlineEntries(record: TimelineRecord, wording: Wording): TimelineEntry[] {
  const changes = Object.values(record.told).flatMap(({ change }) =>
    change && 'deadlineId' in change.data ? [change] : [],
  );
  const deadlines = Object.values(record.snapshot.deadlines);
  const missedIds = new Set([
    ...deadlines.filter((each) => each.missed).map((each) => each.id),
    ...changes.filter(({ type }) => type === 'Deadline Missed' || type === 'Deadline Breach Withdrawn').map(idOf),
  ]);
  const ticks = tickFacts(record).filter(({ phase, deadlineId }) =>
    phase === 'reminder' ? Object.hasOwn(record.told, `approaching/${deadlineId}`) : missedIds.has(deadlineId),
  );
  const named = new Map([
    ...changes.map((change) => [idOf(change), change.data as Named] as const),
    ...deadlines.map((each) => [each.id, namedOf(each)] as const),
  ]);
  const struck = new Set(ticks.filter(({ phase }) => phase === 'due').map((tick) => tick.deadlineId));
  return [
    ...deadlines.flatMap((deadline) => lifeEntries(deadline, struck.has(deadline.id), wording)),
    ...ticks.flatMap((tick) => tickEntry(tick, named.get(tick.deadlineId), wording)),
    ...changes.flatMap((change) => changeEntry(change, wording)),
  ];
}

function tickFacts({ observations }: TimelineRecord): TickFact[] {
  const ticks = observations.flatMap(({ facts }) => facts.filter((fact) => fact.fact === 'tick'));
  const distinct = new Map(ticks.map((tick) => [`${tick.deadlineId}/${tick.phase}/${tick.count}`, tick]));
  return [...distinct.values()];
}

function idOf({ data }: Change): string {
  return 'deadlineId' in data ? data.deadlineId : '';
}

function namedOf({ id, kind, subject, dueAt }: Deadline): Named {
  return { deadlineId: id, kind, subject, dueAt };
}

function nameOf({ kind, subject }: Named, { word, say }: Wording): string {
  const what = word(deadlineWords, kind);
  const parcel = subject === 'case' ? '' : say(`（运单 ${subject}）`, ` of parcel ${subject}`);
  return say(`${what}时限${parcel}`, `${what} deadline${parcel}`);
}

/** When it opened, when it was missed without a clock having struck, and when it was met. */
function lifeEntries(deadline: Deadline, hasStruck: boolean, wording: Wording): TimelineEntry[] {
  const { say, time } = wording;
  const { openedAt, dueAt, metAt, missed, setBy } = deadline;
  const name = nameOf(namedOf(deadline), wording);
  const byWhom = setBy === 'platform' ? say('（平台规定）', ' (set by the platform)') : '';
  const entry = (at: Instant, kind: string, text: string): TimelineEntry => ({ at, by: 'backhaul', kind, text });
  const opened = entry(
    openedAt,
    'deadline-opened',
    say(`${name}开始计时，最迟 ${time(dueAt)}${byWhom}`, `The ${name} runs: due ${time(dueAt)}${byWhom}`),
  );
  const late =
    missed && !hasStruck
      ? [entry(dueAt, 'deadline-missed', say(`超时：${name}已过`, `Overdue: the ${name} passed`))]
      : [];
  if (!metAt) {
    return [opened, ...late];
  }
  const met =
    metAt <= dueAt
      ? say(`${name}内完成`, `The ${name} was met`)
      : say(`${name}超时后才完成`, `The ${name} was met too late`);
  return [opened, ...late, entry(metAt, 'deadline-met', met)];
}

function tickEntry({ phase, count, at }: TickFact, named: Named | undefined, wording: Wording): TimelineEntry[] {
  if (!named) {
    return [];
  }
  const { say, time } = wording;
  const name = nameOf(named, wording);
  // Of a deadline that was taken away since, nobody remembers when it was due.
  const due = named.dueAt ? say(`最迟 ${time(named.dueAt)}，`, ` (due ${time(named.dueAt)})`) : '';
  const texts = {
    reminder: ['deadline-reminder', say(`提醒：${name}${due}尚未完成`, `Reminder: the ${name}${due} is not met`)],
    due: ['deadline-missed', say(`超时：${name}已过，尚未完成`, `Overdue: the ${name} passed and was not met`)],
    escalation: [
      'deadline-escalated',
      say(`仍未完成，第 ${count} 次升级：${name}`, `Still not met, escalation ${count}: the ${name}`),
    ],
  } as const;
  const [kind, text] = texts[phase];
  return [{ at, by: 'backhaul', kind, text }];
}

/** What the record alone no longer shows: a deadline that was moved or stopped, a breach that was taken back. */
function changeEntry(change: Change, wording: Wording): TimelineEntry[] {
  const { say, time } = wording;
  const entry = (kind: string, text: string): TimelineEntry[] => [
    { at: change.occurredAt, by: 'backhaul', kind, text },
  ];
  switch (change.type) {
    case 'Deadline Moved': {
      const name = nameOf(change.data, wording);
      return entry(
        'deadline-moved',
        say(`${name}改为最迟 ${time(change.data.dueAt)}`, `The ${name} moved: now due ${time(change.data.dueAt)}`),
      );
    }
    case 'Deadline Cancelled': {
      const name = nameOf(change.data, wording);
      return entry('deadline-cancelled', say(`${name}停止计时`, `The ${name} no longer runs`));
    }
    case 'Deadline Breach Withdrawn': {
      const name = nameOf(change.data, wording);
      const { metAt } = change.data;
      const met = metAt ? say(`，实际已于 ${time(metAt)} 完成`, `: it was met at ${time(metAt)} after all`) : '';
      return entry(
        'deadline-breach-withdrawn',
        say(`撤回超时：${name}未超时${met}`, `Not overdue, taken back: the ${name}${met}`),
      );
    }
    default:
      return [];
  }
}
