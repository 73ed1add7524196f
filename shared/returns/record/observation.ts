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

/** Whether what is said now takes the place of what stands: by a higher revision, and, where an earlier reading was taken back, by the same one. */
export function isReplacedBy(before: Observation<unknown>, after: Observation<unknown>): boolean {
  const [old, anew] = [before.revision ?? 0, after.revision ?? 0];
  return old < anew || (old === anew && before.facts.length === 0 && after.facts.length > 0);
}
