import type { Told, ToldEntry } from '../record/change.ts';
import { standingEntries, type Telling } from '../record/tell.ts';
import type { DeadlineNotice } from './events.ts';
import type { DeadlineRules } from './kinds.ts';
import type { Deadline } from './part.ts';

const clockPrefix = 'deadline/';
const missPrefix = 'missed/';
const reminderPrefix = 'approaching/';

/** Whether it is under this key that a record remembers what was told of a deadline. */
export function isDeadlineKey(key: string): boolean {
  return [clockPrefix, missPrefix, reminderPrefix].some((prefix) => key.startsWith(prefix));
}

/** A record that has clocks. */
interface Clocked {
  readonly deadlines?: Readonly<Record<string, Deadline>>;
}

/** Each deadline as a value (opened, moved, met, cancelled), its breach as another, its reminder once. */
export function deadlineTellings(record: Clocked, told: Told, rules: DeadlineRules): Telling[] {
  const deadlines = Object.values(record.deadlines ?? {});
  const clocks = deadlines.map((deadline) => clockTelling(deadline, told, rules));
  const misses = deadlines.filter((deadline) => deadline.missed).map(missTelling);
  return [
    ...clocks,
    ...goneFrom(standingEntries(told, clockPrefix), clocks).flatMap(cancelTelling),
    ...deadlines.filter((deadline) => deadline.reminded && !deadline.metAt).map(reminderTelling),
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
  const { id: deadlineId, kind, subject, dueAt, metAt } = deadline;
  const key = `${clockPrefix}${kind}/${subject}`;
  if (metAt) {
    return {
      key,
      mode: 'value',
      hash: `${deadlineId} met ${metAt}`,
      type: 'Deadline Met',
      data: { deadlineId, kind, subject, dueAt, metAt },
    };
  }
  const before = told[key]?.hash === '' ? undefined : idOf(told[key]);
  const notice = noticeOf(deadline, rules);
  const hash = `${deadlineId} open`;
  if (before && before !== deadlineId) {
    return { key, mode: 'value', hash, type: 'Deadline Moved', data: { ...notice, replaces: before } };
  }
  return { key, mode: 'value', hash, type: 'Deadline Opened', data: notice };
}

function noticeOf(
  { id, kind, subject, openedAt, remindAt, dueAt, setBy }: Deadline,
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
  if (change?.type !== 'Deadline Opened' && change?.type !== 'Deadline Moved' && change?.type !== 'Deadline Met') {
    return [];
  }
  const { deadlineId, kind, subject } = change.data;
  return [{ key, mode: 'value', hash: '', type: 'Deadline Cancelled', data: { deadlineId, kind, subject } }];
}

function reminderTelling({ id: deadlineId, kind, subject, dueAt }: Deadline): Telling {
  return {
    key: `${reminderPrefix}${deadlineId}`,
    mode: 'once',
    hash: 'told',
    type: 'Deadline Approaching',
    data: { deadlineId, kind, subject, dueAt },
  };
}

function missTelling({ id: deadlineId, kind, subject, dueAt, escalation, metAt }: Deadline): Telling {
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
