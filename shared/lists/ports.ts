import type { CaseEntry, Entry } from '#shared/returns/attention/entry.ts';
import type { CaseName } from '#shared/returns/opening/facts.ts';
import type { OrderName } from '#shared/returns/order-lines/order.ts';
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

/** Names of records, and how lists show the record that a name is of. Also of those that no list shows any more. */
export interface NameLookup {
  /** Keys of cases that somebody calls so. */
  casesNamed(name: CaseName): Promise<readonly string[]>;
  casesOfOrder(order: OrderName): Promise<readonly string[]>;
  /** That ever named the number. */
  casesOfParcel(number: string): Promise<readonly string[]>;
  readCase(key: string): Promise<CaseEntry | undefined>;
}

/** What is known of buyers' phones: nothing of it comes out but whether it fits. */
export interface PhoneTails {
  /** Which of these cases have a buyer whose phone ends in these four digits. */
  casesWithTail(tail: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
}
