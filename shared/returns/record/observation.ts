import type { Instant } from './instant.ts';

/** What one delivery says of one record. `id` is the delivery's, so the same fact told twice is one observation. */
export interface Observation<Fact> {
  readonly id: string;
  /** Where it came from, as `<source>/<channel>`; `backhaul` for what we tell ourselves. */
  readonly from: string;
  /** When we first got it. A fact that claims a later time is clamped to this. */
  readonly receivedAt: Instant;
  readonly facts: readonly Fact[];
}
