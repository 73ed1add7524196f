import type { EntryPartition } from '#shared/lists/partitions.ts';
import type { EntryIndex } from '#shared/lists/ports.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { partitionParts } from './keys.ts';
import { listIndex, listPartition } from './list-index.ts';
import { type Item, namesOf, queryPages, type Table, valuesOf } from './table.ts';
import { unpackEntry } from './unpack-entry.ts';

const { name, partitionKey, sortKey, entry } = listIndex;

/** The index of lists in DynamoDB: all that is shown stands in it, so no record is read. */
export function openEntryIndex(table: Table): EntryIndex {
  return { readBetween: async (partition, from, until) => await readBetween(table, partition, from, until) };
}

async function readBetween(
  table: Table,
  partition: EntryPartition,
  from: Instant | undefined,
  until: Instant | undefined,
): Promise<Entry[]> {
  const place = listPartition(partition);
  const items = await queryPages(table, {
    TableName: table.name,
    IndexName: name,
    ...(from || until ? between(place, from, until) : wholeOf(place)),
  });
  return items.map((item) => entryIn(item, 'openOn' in partition));
}

function wholeOf(place: string) {
  return {
    KeyConditionExpression: `#${partitionKey} = :place`,
    ExpressionAttributeNames: namesOf([partitionKey]),
    ExpressionAttributeValues: valuesOf({ place }),
  };
}

function between(place: string, from: Instant | undefined, until: Instant | undefined) {
  return {
    KeyConditionExpression: `#${partitionKey} = :place AND #${sortKey} BETWEEN :from AND :until`,
    ExpressionAttributeNames: namesOf([partitionKey, sortKey]),
    // `$` is the character after `#`, so that entries of exactly `until` are in; `~` stands behind all times.
    ExpressionAttributeValues: valuesOf({ place, from: from ?? '0', until: until ? `${until}$` : '~' }),
  };
}

function entryIn(item: Item, isOpen: boolean): Entry {
  const sort = String(item[sortKey]);
  return unpackEntry(String(item[entry]), {
    record: item.pk.startsWith('PARCEL#') ? 'parcel' : 'case',
    key: partitionParts(item.pk)[0] ?? '',
    writtenAt: sort.slice(0, sort.indexOf('#')) as Instant,
    isOpen,
  });
}
