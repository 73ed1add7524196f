import { digest } from '../record/digest.ts';
import { addMinutes, type Clock, type DeadlineRule } from './clock.ts';
import type { TickFact } from './facts.ts';
import type { DeadlineKind } from './kinds.ts';
import type { Deadline } from './part.ts';
import { nextStrikeOf } from './strikes.ts';

interface Kinded {
  /** Key of the record that it is of. */
  readonly record: string;
  readonly kind: DeadlineKind;
  readonly clock: Clock;
}

/**
 * A clock with what it struck so far. *Overdue* is not asked here (the fold has no clock): a deadline is missed when its due tick came while
 * it was not met, or when it was met too late.
 */
export function deadlineOf({ record, kind, clock }: Kinded, ticks: readonly TickFact[], rule: DeadlineRule): Deadline {
  const id = idOf(record, kind, clock);
  const own = ticks.filter((tick) => tick.deadlineId === id);
  const isMetInTime = clock.metAt !== undefined && clock.metAt <= clock.dueAt;
  const isDue = own.some((tick) => tick.phase !== 'reminder') || (clock.metAt !== undefined && !isMetInTime);
  const remind = addMinutes(clock.dueAt, -rule.remindBeforeMinutes);
  const times = { ...clock, remindAt: remind < clock.openedAt ? clock.openedAt : remind };
  const nextStrike = nextStrikeOf(times, own, rule);
  const escalations = own.filter((tick) => tick.phase === 'escalation').map((tick) => tick.count);
  return {
    id,
    kind,
    ...times,
    reminded: own.some((tick) => tick.phase === 'reminder' && !(clock.metAt && clock.metAt <= tick.at)),
    missed: isDue && !isMetInTime,
    escalation: isMetInTime ? 0 : Math.max(0, ...escalations),
    ...(nextStrike && { nextStrike }),
  };
}

/** A platform's deadline is the same one however often it is said, and whatever else happens. */
function idOf(record: string, kind: DeadlineKind, { subject, openedAt, dueAt, setBy }: Clock): string {
  return `${kind}-${digest(record, kind, subject, setBy === 'platform' ? 'platform' : openedAt, dueAt)}`;
}
