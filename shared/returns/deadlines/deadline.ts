import { digest } from '../record/digest.ts';
import type { Instant } from '../record/instant.ts';
import { addMinutes, type Clock, type DeadlineRule } from './clock.ts';
import type { TickFact } from './facts.ts';
import type { DeadlineKind } from './kinds.ts';
import { openingOf } from './opening.ts';
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
  const opening = openingOf({ ...clock, kind });
  const own = ticks.filter((tick) => tick.deadlineId === id || tick.opening === opening);
  const isMetInTime = clock.metAt !== undefined && (clock.dueAt === undefined || clock.metAt <= clock.dueAt);
  const isDue = own.some((tick) => tick.phase !== 'reminder') || (clock.metAt !== undefined && !isMetInTime);
  const remindAt = remindAtOf(clock, rule);
  const times = { ...clock, ...(remindAt && { remindAt }) };
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

function remindAtOf({ openedAt, remindAt, dueAt }: Clock, rule: DeadlineRule): Instant | undefined {
  const at = remindAt ?? (dueAt && addMinutes(dueAt, -rule.remindBeforeMinutes));
  return at && at < openedAt ? openedAt : at;
}

/** A platform's deadline is the same one however often it is said, and whatever else happens. */
function idOf(record: string, kind: DeadlineKind, { subject, openedAt, dueAt, pausedSince, setBy }: Clock): string {
  const due = dueAt ?? `paused ${pausedSince}`;
  return `${kind}-${digest(record, kind, subject, setBy === 'platform' ? 'platform' : openedAt, due)}`;
}
