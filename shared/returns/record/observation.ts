import type { Instant } from './instant.ts';

/** What one delivery, answer or strike says of one record. `id` is its own, so that what comes twice is one observation. */
export interface Observation<Fact> {
  readonly id: string;
  /** Where it came from, as `<source>/<channel>`; `backhaul` for what we tell ourselves. */
  readonly from: string;
  /** When we first got it. A fact that claims a later time is clamped to this. */
  readonly receivedAt: Instant;
  /**
   * Of what an adapter made of a message: grows with the adapter's own revision and, within one, where all of the message could be read. A higher one
   * takes the place of a lower one. Absent of what no adapter made, and of what earlier releases wrote; then it counts as 0.
   */
  readonly revision?: number;
  readonly facts: readonly Fact[];
}
