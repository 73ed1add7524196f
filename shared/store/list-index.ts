import { parcelShelf } from '#shared/lists/ports.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { encodeKeyPart } from './keys.ts';
import { packEntry } from './pack-entry.ts';
import type { Attributes } from './table.ts';

/** The index of lists, and the attributes that put a record into it. */
export const listIndex = {
  name: tableNames.indexes.lists,
  partitionKey: `${tableNames.indexes.lists}pk`,
  sortKey: `${tableNames.indexes.lists}sk`,
  entry: tableNames.entry,
} as const;

/** Partition values: what is open by shop, what is done by shop and by the UTC month of the write. */
export const listPartitions = {
  open: (shelf: string) => `OPEN#${encodeKeyPart(shelf)}`,
  done: (shelf: string, month: string) => `DONE#${encodeKeyPart(shelf)}#${month}`,
} as const;

/** `YYYY-MM`, by UTC. */
export function monthOf(at: Instant): string {
  return at.slice(0, 7);
}

/** In its own shop's partition, by when it was written: so that whoever asks what changed since asks by that alone. `pk` keeps equal times apart. */
export function listEntry(entry: Entry, pk: string): Attributes {
  const shelf = entry.record === 'case' ? `${entry.source}:${entry.shop}` : parcelShelf;
  const { isOpen, writtenAt } = entry;
  return {
    [listIndex.partitionKey]: isOpen ? listPartitions.open(shelf) : listPartitions.done(shelf, monthOf(writtenAt)),
    [listIndex.sortKey]: `${writtenAt}#${pk}`,
    [listIndex.entry]: packEntry(entry),
  };
}
