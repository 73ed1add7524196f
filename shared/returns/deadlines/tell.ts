import type { Change, Told, ToldEntry } from '../record/change.ts';
import { standingEntries, type Telling } from '../record/tell.ts';
import type { DeadlineNotice } from './events.ts';
import type { TickFact } from './facts.ts';
import { type DeadlineRules, quietKinds } from './kinds.ts';
import { openingOf } from './opening.ts';
import { type Deadline, isTimed, type TimedDeadline } from './part.ts';

const clockPrefix = 'deadline/';
const missPrefix = 'missed/';
const reminderPrefix = 'approaching/';

/** Whether it is under this key that a record remembers what was told of a deadline. */
export function isDeadlineKey(key: string): boolean {
  return [clockPrefix, missPrefix, reminderPrefix].some((prefix) => key.startsWith(prefix));
}

/** Whether this reminder was told. Earlier releases remembered it by the deadline's id. */
export function isReminderTold({ deadlineId, opening }: Pick<TickFact, 'deadlineId' | 'opening'>, told: Told): boolean {
  return [deadlineId, opening].some((name) => name && Object.hasOwn(told, `${reminderPrefix}${name}`));
}

/** A record that has clocks. */
interface Clocked {
  readonly deadlines?: Readonly<Record<string, Deadline>>;
}

/** Each deadline as a value (opened, moved, met, cancelled) but those of the quiet kinds, its breach as another, its reminder once. */
export function deadlineTellings(record: Clocked, told: Told, rules: DeadlineRules): Telling[] {
  const deadlines = Object.values(record.deadlines ?? {});
  const clocks = deadlines
    .filter(({ kind }) => !quietKinds.includes(kind))
    .map((deadline) => clockTelling(deadline, told, rules));
  const timed = deadlines.filter(isTimed);
  const misses = timed.filter((deadline) => deadline.missed).map(missTelling);
  return [
    ...clocks,
    ...goneFrom(standingEntries(told, clockPrefix), clocks).flatMap(cancelTelling),
    ...timed.filter((deadline) => deadline.reminded && !deadline.metAt).map((each) => reminderTelling(each, told)),
    ...misses,
    ...goneFrom(standingEntries(told, missPrefix), misses).flatMap((entry) => withdrawTelling(entry, deadlines)),
  ];
}

type KeyedEntry = ToldEntry & { readonly key: string };

function goneFrom(standing: readonly KeyedEntry[], tellings: readonly Telling[]): KeyedEntry[] {
  const keys = new Set(tellings.map((telling) => telling.key));
  return standing.filter((entry) => !keys.has(entry.key));
}

function clockTelling(deadline: Deadline, told: Told, rules: DeadlineRules): Telling {
  const { id: deadlineId, kind, subject, openedAt, pausedSince, metAt } = deadline;
  const key = `${clockPrefix}${kind}/${subject}`;
  const last = told[key]?.hash === '' ? undefined : idOf(told[key]);
  const before = last === deadlineId ? undefined : last;
  if (!isTimed(deadline)) {
    const since = pausedSince ?? openedAt;
    const data = { deadlineId, kind, subject, openedAt, pausedSince: since, ...(before && { replaces: before }) };
    return { key, mode: 'value', hash: `${deadlineId} paused`, type: 'Deadline Paused', data };
  }
  if (metAt) {
    return {
      key,
      mode: 'value',
      hash: `${deadlineId} met ${metAt}`,
      type: 'Deadline Met',
      data: { deadlineId, kind, subject, dueAt: deadline.dueAt, metAt },
    };
  }
  const notice = noticeOf(deadline, rules);
  const hash = `${deadlineId} open`;
  if (before) {
    return { key, mode: 'value', hash, type: 'Deadline Moved', data: { ...notice, replaces: before } };
  }
  return { key, mode: 'value', hash, type: 'Deadline Opened', data: notice };
}

function noticeOf(
  { id, kind, subject, openedAt, remindAt, dueAt, setBy }: TimedDeadline,
  rules: DeadlineRules,
): DeadlineNotice {
  const { escalateEveryMinutes, escalations } = rules[kind];
  return {
    deadlineId: id,
    kind,
    subject,
    openedAt,
    remindAt,
    dueAt,
    setBy,
    escalateEverySeconds: escalateEveryMinutes * 60,
    escalations,
  };
}

function cancelTelling({ key, change }: KeyedEntry): Telling[] {
  if (!change || !isClock(change)) {
    return [];
  }
  const { deadlineId, kind, subject } = change.data;
  return [{ key, mode: 'value', hash: '', type: 'Deadline Cancelled', data: { deadlineId, kind, subject } }];
}

const clockTypes = ['Deadline Opened', 'Deadline Moved', 'Deadline Paused', 'Deadline Met'] as const;
type ClockChange = Extract<Change, { readonly type: (typeof clockTypes)[number] }>;

function isClock(change: Change): change is ClockChange {
  return (clockTypes as readonly string[]).includes(change.type);
}

/** Once per opening. */
function reminderTelling(deadline: TimedDeadline, told: Told): Telling {
  const { id: deadlineId, kind, subject, dueAt } = deadline;
  const name = isReminderTold({ deadlineId }, told) ? deadlineId : openingOf(deadline);
  return {
    key: `${reminderPrefix}${name}`,
    mode: 'once',
    hash: 'told',
    type: 'Deadline Approaching',
    data: { deadlineId, kind, subject, dueAt },
  };
}

function missTelling({ id: deadlineId, kind, subject, dueAt, escalation, metAt }: TimedDeadline): Telling {
  const data = { deadlineId, kind, subject, dueAt, escalation, ...(metAt && { metAt }) };
  return {
    key: `${missPrefix}${kind}/${subject}`,
    mode: 'value',
    hash: `${deadlineId} ${escalation}`,
    type: 'Deadline Missed',
    data,
  };
}

function withdrawTelling({ key, change }: KeyedEntry, deadlines: readonly Deadline[]): Telling[] {
  if (change?.type !== 'Deadline Missed') {
    return [];
  }
  const { deadlineId, kind, subject } = change.data;
  const metAt = deadlines.find((deadline) => deadline.id === deadlineId)?.metAt;
  return [
    {
      key,
      mode: 'value',
      hash: '',
      type: 'Deadline Breach Withdrawn',
      data: { deadlineId, kind, subject, ...(metAt && { metAt }) },
    },
  ];
}

function idOf(entry: ToldEntry | undefined): string | undefined {
  const change = entry?.change;
  return change && 'deadlineId' in change.data ? change.data.deadlineId : undefined;
}
