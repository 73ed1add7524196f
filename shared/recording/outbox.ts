import type { CaseName } from '#shared/returns/opening/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** A case on the same order lines has to look again, since another one says something new there. */
export interface SiblingCall {
  readonly caseKey: string;
  /** Of what the other one says. */
  readonly revision: number;
}

/**
 * What must follow from one version of a record, by name only: what a message holds stands in the snapshot beside it. Written out for each of
 * many cases, it would outgrow the item.
 */
export interface Outbox {
  /** Numbers of parcels to which the case says something new. */
  readonly links?: readonly string[];
  /** By which the case goes from now on. */
  readonly names?: readonly CaseName[];
  /** Cases of the same order that it concerns what this one says. */
  readonly siblings?: readonly SiblingCall[];
  /** When clocks of the record strike before long. */
  readonly strikes?: readonly Instant[];
  /** Keys of cases to which the state of the parcel is news. */
  readonly states?: readonly string[];
  /** It is so only by a newer fold: nothing was heard of the parcel. */
  readonly anew?: true;
}
