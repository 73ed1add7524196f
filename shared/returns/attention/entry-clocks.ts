import type { CaseSnapshot } from '../case/case.ts';
import type { Deadline } from '../deadlines/part.ts';
import { compare } from '../record/statement.ts';
import { runningClocks } from './case-todos.ts';
import type { EntryClock } from './entry.ts';
import { platformClockAction } from './kind-actions.ts';

/** The earliest clock of the platform's, and of ours: whoever looks tells what they say by the time of day. */
export interface EntryClocks {
  readonly platform?: EntryClock;
  readonly own?: EntryClock;
}

export function caseClocks(snapshot: CaseSnapshot): EntryClocks {
  const clocks = runningClocks(snapshot);
  const set = [...clocks.filter(isPlatforms).map(clockOf), ...hiddenOnes(snapshot, clocks)];
  const platform = earliestClock(set.filter(isOurs));
  return { ...(platform && { platform }), ...ownClock(clocks) };
}

/** Of ours the earliest that is due; where all are paused, one of them. */
export function ownClock(clocks: readonly Deadline[]): Pick<EntryClocks, 'own'> {
  const own = earliestClock(clocks.filter((clock) => !isPlatforms(clock)).map(clockOf));
  return own ? { own } : {};
}

function isPlatforms({ setBy }: Deadline): boolean {
  return setBy === 'platform';
}

/** A time by which the buyer has to do something is nobody's here. */
function isOurs({ kind, subject = kind }: EntryClock): boolean {
  return platformClockAction(kind, subject) !== undefined;
}

/** What the platform sets for a clock of ours that is due before it: such a clock shows our own time. */
function hiddenOnes({ platformDeadlines }: CaseSnapshot, clocks: readonly Deadline[]): EntryClock[] {
  return clocks.flatMap(({ kind, setBy }): EntryClock[] => {
    const dueAt = Object.hasOwn(platformDeadlines, kind) ? platformDeadlines[kind] : undefined;
    return setBy === 'policy' && dueAt ? [{ kind, dueAt }] : [];
  });
}

/** Only of the platform's own kinds does what it is about say more than the kind. */
function clockOf({ kind, subject, dueAt }: Deadline): EntryClock {
  return { kind, ...(kind === 'platform-decision' && { subject }), ...(dueAt && { dueAt }) };
}

/** Without a due time it is the last. */
function earliestClock(clocks: readonly EntryClock[]): EntryClock | undefined {
  return [...clocks].sort((a, b) => compare(a.dueAt ?? '~', b.dueAt ?? '~') || compare(textOf(a), textOf(b)))[0];
}

function textOf({ kind, subject = '' }: EntryClock): string {
  return `${kind} ${subject}`;
}
