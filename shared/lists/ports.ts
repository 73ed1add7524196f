import type { CaseEntry, Entry } from '#shared/returns/attention/entry.ts';
import type { CaseName } from '#shared/returns/opening/facts.ts';
import type { OrderName } from '#shared/returns/order-lines/order.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { EntryPartition } from './partitions.ts';

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
