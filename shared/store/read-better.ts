import type { DeliveryOutcome } from '#shared/recording/ports.ts';

/** What came of a body, and the revision of who read it. */
export interface ReadAs {
  readonly outcome: DeliveryOutcome['outcome'];
  readonly adapter?: number | undefined;
}

/**
 * What a sender mended and sent again under the id of what could not be read, or not wholly: that is what is to be read anew one day. Of what waits for
 * its case the outcome does not say how it was read, its revision does.
 */
export function isReadBetter(before: Partial<ReadAs>, after: ReadAs): boolean {
  if (after.outcome === 'not-understood') {
    return false;
  }
  const isMoreRead = (after.adapter ?? 0) > (before.adapter ?? 0);
  return before.outcome === 'not-understood' || (mayBeInPart.has(before.outcome) && isMoreRead);
}

const mayBeInPart: ReadonlySet<DeliveryOutcome['outcome'] | undefined> = new Set(['in-part', 'unmatched']);
