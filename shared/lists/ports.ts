import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** Whose entries stand together: a shop's, by `<source>:<shop>`, or those of parcels, which are of no shop. */
export type Shelf = string;
export const parcelShelf: Shelf = 'PARCELS';

/** Entries of a shelf that are open, or those that are done and were written in one month (`YYYY-MM`, by UTC). */
export interface EntryPartition {
  readonly shelf: Shelf;
  readonly doneIn?: string;
}

/** The index of lists. It lags behind the records: an entry may be missing for a while, stand in its former place, or in both. */
export interface EntryIndex {
  /** All entries of a partition that were written from one time up to another, both ends in; without an end, to the end. */
  readBetween(partition: EntryPartition, from?: Instant, until?: Instant): Promise<readonly Entry[]>;
}
