import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** What is in the lists of some shelves. */
export interface EntriesRead {
  /** Open ones, and those that were done since `doneSince`. */
  readonly entries: readonly Entry[];
  /** What was written up to then is among them, as far as the index showed it. */
  readonly asOf: Instant;
  readonly doneSince: Instant;
}
