import type { Instant } from './instant.ts';

/** What one delivery, answer or strike says of one record. `id` is its own, so that what comes twice is one observation. */
export interface Observation<Fact> {
  readonly id: string;
  /** Where it came from, as `<source>/<channel>`; `backhaul` for what we tell ourselves. */
  readonly from: string;
  /** When we first got it. A fact that claims a later time is clamped to this. */
  readonly receivedAt: Instant;
  readonly facts: readonly Fact[];
}
