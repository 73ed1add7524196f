import { type EntryPartition, partitionOf } from '#shared/lists/partitions.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
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

/** Partition values: what is open by shop and round of days, what is done by shop and month. */
export function listPartition(partition: EntryPartition): string {
  const shelf = encodeKeyPart(partition.shelf);
  return 'openOn' in partition ? `OPEN#${shelf}#${partition.openOn}` : `DONE#${shelf}#${partition.doneIn}`;
}

/** In its own shop's partition, by when it was written: so that whoever asks what changed since asks by that alone. `pk` keeps equal times apart. */
export function listEntry(entry: Entry, pk: string): Attributes {
  const { writtenAt } = entry;
  return {
    [listIndex.partitionKey]: listPartition(partitionOf(entry)),
    [listIndex.sortKey]: `${writtenAt}#${pk}`,
    [listIndex.entry]: packEntry(entry),
  };
}
