import type { StrikeMessage } from '#shared/messages/inbox-message.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { DeadlinesPart, Strike } from '#shared/returns/deadlines/part.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** A record in the index, by what its clocks strike next. */
export interface StrikeEntry {
  readonly record: RecordName;
  readonly at: Instant;
  /** Where it stands in the index. */
  readonly place: string;
}

export interface StrikeIndex {
  /** After one place or time and up to another, the earliest first, at most `limit`. Eventually consistent. */
  listStrikes(after: string, until: Instant, limit: number): Promise<readonly StrikeEntry[]>;
}

/** Where the sweep stands. */
export interface SweepState {
  /** Up to this place or time each strike ahead has its clock. */
  readonly startedUntil: string;
  /** When the last round over late strikes began that came to its end. */
  readonly lateAsOf: Instant;
  /** A round over late strikes that has not come to its end: when it began, and after which place it goes on. */
  readonly round?: { readonly began: Instant; readonly after: string };
}

export interface SweepTable {
  readSweep(): Promise<SweepState | undefined>;
  writeSweep(state: SweepState): Promise<void>;
}

/** One strike of one deadline of a record. */
export interface RecordStrike {
  readonly record: RecordName;
  readonly deadlineId: string;
  readonly strike: Strike;
}

export interface Timers {
  /** Starts the clock of one strike. A second start of one is refused, which is what we want: `already-started`. */
  start(strike: RecordStrike): Promise<'started' | 'already-started'>;
}

/** What of a record the sweep looks at. */
export type Clocked = Partial<Pick<DeadlinesPart, 'deadlines' | 'nextStrikeAt'>>;

/** All that the sweep works with. */
export interface Sweep extends StrikeIndex, SweepTable {
  readonly readSnapshot: (record: RecordName) => Promise<StoredRecord<Clocked> | undefined>;
  readonly timers: Timers;
  readonly send: (strikes: readonly StrikeMessage[]) => Promise<void>;
  /** The inbox has more than it can do. */
  readonly isInboxBehind: () => Promise<boolean>;
  /** Whether there is time for a page more. */
  readonly hasTime: () => boolean;
}
