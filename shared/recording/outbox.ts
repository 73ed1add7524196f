import type { Alias } from '#shared/returns/opening/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/**
 * What must follow from one version of a record, by name only: what a message holds stands in the snapshot beside it. Written out for each of
 * many cases, it would outgrow the item.
 */
export interface Outbox {
  /** Numbers of parcels to which the case says something new. */
  readonly links?: readonly string[];
  /** By which the case goes from now on. */
  readonly names?: readonly Alias[];
  /** When clocks of the record strike before long. */
  readonly strikes?: readonly Instant[];
  /** Keys of cases to which the state of the parcel is news. */
  readonly states?: readonly string[];
}
