import type { Instant } from '../record/instant.ts';
import type { TickFact } from './facts.ts';

export const deadlineKinds = ['qc-follow-up', 'refund', 'warehouse-acknowledges'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** One clock of a case. `id` is a hash of what opened it and when it is due, so a moved deadline has another id. */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  /** A tracking number, or `case`. */
  readonly subject: string;
  readonly openedAt: Instant;
  readonly remindAt: Instant;
  readonly dueAt: Instant;
  readonly setBy: 'policy' | 'platform';
  readonly metAt?: Instant;
  readonly reminded: boolean;
  /** By all that is recorded it was not met in time. */
  readonly missed: boolean;
  readonly escalation: number;
  /** Absent once it is met, or its clock has struck to its end. */
  readonly nextStrike?: Strike;
}

/** A moment at which a deadline's clock strikes: its reminder, its due time, or the n-th escalation after it. */
export interface Strike {
  readonly phase: TickFact['phase'];
  /** Which escalation, from 1; 0 for the other phases. */
  readonly count: number;
  readonly at: Instant;
}

/** When a kind of deadline is due, and what happens around it. Minutes. */
export interface DeadlineRule {
  readonly dueAfterMinutes: number;
  readonly remindBeforeMinutes: number;
  readonly escalateEveryMinutes: number;
  readonly escalations: number;
}

/** What a case's record says of its clocks. */
export interface DeadlinesPart {
  readonly platformDeadlines: Readonly<Record<string, Instant>>;
  /** By deadline id: a timer reads just its own. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  /** The earliest of what its clocks strike next. */
  readonly nextStrikeAt?: Instant;
}
