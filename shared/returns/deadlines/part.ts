import type { Instant } from '../record/instant.ts';
import type { Clock } from './clock.ts';
import type { TickFact } from './facts.ts';
import type { DeadlineKind } from './kinds.ts';

/** One clock of a case. `id` is a hash of what opened it and when it is due, so a moved deadline has another id, and a paused one, too. */
export interface Deadline extends Clock {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly reminded: boolean;
  /** By all that is recorded it was not met in time. */
  readonly missed: boolean;
  readonly escalation: number;
  /** Absent once it is met or while it is paused, or when its clock has struck to its end. */
  readonly nextStrike?: Strike;
}

/** One that has a due time: all but those that are paused. */
export type TimedDeadline = Deadline & Required<Pick<Deadline, 'remindAt' | 'dueAt'>>;

export function isTimed(deadline: Deadline): deadline is TimedDeadline {
  return deadline.dueAt !== undefined && deadline.remindAt !== undefined;
}

/** A moment at which a deadline's clock strikes: its reminder, its due time, or the n-th escalation after it. */
export interface Strike {
  readonly phase: TickFact['phase'];
  /** Which escalation, from 1; 0 for the other phases. */
  readonly count: number;
  readonly at: Instant;
}

/** What a case's record says of its clocks. */
export interface DeadlinesPart {
  readonly platformDeadlines: Readonly<Record<string, Instant>>;
  /** By deadline id: a timer reads just its own. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  /** The earliest of what its clocks strike next. */
  readonly nextStrikeAt?: Instant;
}
