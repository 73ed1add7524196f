import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { EventType } from '#shared/returns/events.ts';

/** Picks events of the bus by type, and by fields of their `data`. */
export function returnsEvents(
  types: readonly EventType[],
  data?: Readonly<Record<string, readonly string[]>>,
): EventPattern {
  return { source: ['backhaul.returns'], detailType: [...types], ...(data && { detail: { data } }) };
}
