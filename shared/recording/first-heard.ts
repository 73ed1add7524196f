import type { Instant } from '#shared/returns/record/instant.ts';
import type { Observation } from '#shared/returns/record/observation.ts';

/** A record goes by the policy that was in force when it was first heard of, whatever was stored since. What was taken back was never heard. */
export function firstHeardOf(observations: readonly Observation<unknown>[]): Instant | undefined {
  const heard = observations.filter(({ from, facts }) => from !== 'backhaul' && facts.length > 0);
  return heard.map(({ receivedAt }) => receivedAt).sort()[0];
}
