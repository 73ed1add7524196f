import { type IndexName, tableNames } from '#shared/runtime/table-names.ts';
import type { Attributes } from './table.ts';

const { indexes } = tableNames;

/** Partition values of the sparse indexes. */
export const indexPartitions = {
  open: 'OPEN',
  unclaimed: 'UNCLAIMED',
  attention: 'ATTENTION',
  notUnderstood: 'NOT-UNDERSTOOD',
  unmatched: 'UNMATCHED',
  openedOn: (day: string) => `OPENED#${day}`,
} as const;

function entry(index: IndexName, partition: string, sort: string): Attributes {
  return { [`${index}pk`]: partition, [`${index}sk`]: sort };
}

/** Attributes that put an item into an index, each made only while it belongs there. `pk` is the item's own, so that equal times stay apart. */
export const indexEntries = {
  due: (strikeAt: string, pk: string) => entry(indexes.due, indexPartitions.open, `${strikeAt}#${pk}`),
  unclaimed: (since: string, pk: string) => entry(indexes.attention, indexPartitions.unclaimed, `${since}#${pk}`),
  opened: (openedAt: string, pk: string) => entry(indexes.opened, indexPartitions.openedOn(openedAt.slice(0, 10)), pk),
  attention: (since: string, pk: string) => entry(indexes.attention, indexPartitions.attention, `${since}#${pk}`),
  /** A delivery that a person may have to look at, by what came of it. */
  delivery: (partition: 'notUnderstood' | 'unmatched', receivedAt: string, pk: string) =>
    entry(indexes.attention, indexPartitions[partition], `${receivedAt}#${pk}`),
} as const;
