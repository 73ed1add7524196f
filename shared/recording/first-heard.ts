import type { Instant } from '#shared/returns/record/instant.ts';
import type { Observation } from '#shared/returns/record/observation.ts';

/** A record goes by the policy that was in force when it was first heard of, whatever was stored since. */
export function firstHeardOf(observations: readonly Observation<unknown>[]): Instant | undefined {
  const receipts = observations.filter(({ from }) => from !== 'backhaul').map(({ receivedAt }) => receivedAt);
  return receipts.sort()[0];
}
