import type { StrikeIndex } from '#shared/clocks/ports.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { DeliveryRef } from '#shared/recording/ports.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { type IndexName, tableNames } from '#shared/runtime/table-names.ts';
import { indexPartitions } from './indexes.ts';
import { partitionParts } from './keys.ts';
import { namesOf, queryPages, type Table, valuesOf } from './table.ts';

/**
 * Records whose clocks strike, cases that a person should look at, parcels that no case counts (`unclaimed-before`: as earlier releases listed them), or cases
 * opened on a UTC day (`YYYY-MM-DD`).
 */
export type RecordList = 'clocks' | 'attention' | 'unclaimed' | 'unclaimed-before' | { readonly openedOn: string };

export interface ListedRecord {
  readonly record: RecordName;
  /** Where it stands in its list. */
  readonly place: string;
}

/** What the sparse indexes list, oldest first, at most `limit`. Eventually consistent: read the record before acting on it. */
export interface Listings extends StrikeIndex {
  /** Keys of cases opened on a UTC day, `YYYY-MM-DD`; by key. */
  listOpened(day: string, limit: number): Promise<readonly string[]>;
  /** Keys of cases that a person should look at. */
  listAttention(limit: number): Promise<readonly string[]>;
  /** Tracking numbers of parcels that reached a warehouse and that no case counts. */
  listUnclaimed(limit: number): Promise<readonly string[]>;
  /** A page of a list: what stands behind a place of an earlier page. A record that changes meanwhile may be missed, or come twice. */
  listRecords(list: RecordList, limit: number, after?: string): Promise<readonly ListedRecord[]>;
  listNotUnderstood(limit: number): Promise<readonly DeliveryRef[]>;
  /** Deliveries whose case nobody has told of yet, or whose case's name is several cases'. */
  listUnmatched(limit: number): Promise<readonly DeliveryRef[]>;
}

export function openListings(table: Table): Listings {
  const { due, opened, attention } = tableNames.indexes;
  const list = async (index: IndexName, partition: string, limit: number) =>
    (await listEntries(table, { index, partition, limit })).map(({ pk }) => pk);
  return {
    listStrikes: async (after, until, limit) => {
      // `$` is the character after `#`, so entries of exactly `until` are in. The least text after another is that with a zero character.
      const between = [`${after}\0`, `${until}$`] as const;
      if (between[0] > between[1]) {
        return [];
      }
      const entries = await listEntries(table, { index: due, partition: indexPartitions.open, limit, between });
      return entries.map(({ pk, sort }) => ({ record: recordNameOf(pk), at: timeOf(sort), place: sort }));
    },
    listOpened: async (day, limit) => (await list(opened, indexPartitions.openedOn(day), limit)).map(recordKeyOf),
    listAttention: async (limit) => (await list(attention, indexPartitions.attention, limit)).map(recordKeyOf),
    listRecords: async (list, limit, after) => {
      const entries = await listEntries(table, { ...placeOf(list), limit, after });
      return entries.map(({ pk, sort }) => ({ record: recordNameOf(pk), place: sort }));
    },
    listUnclaimed: async (limit) => {
      const places = [placeOf('unclaimed'), placeOf('unclaimed-before')];
      const entries = await Promise.all(places.map(async (place) => await listEntries(table, { ...place, limit })));
      const sorted = entries.flat().sort((a, b) => (a.sort < b.sort ? -1 : 1));
      return sorted.map(({ pk }) => recordKeyOf(pk)).slice(0, limit);
    },
    listNotUnderstood: async (limit) =>
      (await list(attention, indexPartitions.notUnderstood, limit)).map(deliveryRefOf),
    listUnmatched: async (limit) => (await list(attention, indexPartitions.unmatched, limit)).map(deliveryRefOf),
  };
}

function placeOf(list: RecordList): Pick<IndexQuery, 'index' | 'partition'> {
  const { due, opened, attention } = tableNames.indexes;
  switch (list) {
    case 'clocks':
      return { index: due, partition: indexPartitions.open };
    case 'attention':
      return { index: attention, partition: indexPartitions.attention };
    case 'unclaimed':
      return { index: attention, partition: indexPartitions.unclaimed };
    case 'unclaimed-before':
      // Earlier releases put them into the index of clocks; there they are until they are folded anew.
      return { index: due, partition: indexPartitions.unclaimed };
    default:
      return { index: opened, partition: indexPartitions.openedOn(list.openedOn) };
  }
}

interface IndexQuery {
  readonly index: IndexName;
  readonly partition: string;
  readonly limit: number;
  /** Only entries whose sort key stands behind this. */
  readonly after?: string | undefined;
  /** Only entries whose sort key is one of these or stands between them. */
  readonly between?: readonly [string, string];
}

interface IndexEntry {
  readonly pk: string;
  readonly sort: string;
}

async function listEntries(table: Table, query: IndexQuery): Promise<IndexEntry[]> {
  const { index, partition, limit, after, between } = query;
  const pk = `${index}pk`;
  const sk = `${index}sk`;
  const items = await queryPages(
    table,
    {
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: `#${pk} = :partition${rangeOf(sk, query)}`,
      ExpressionAttributeNames: namesOf(between || after !== undefined ? [pk, sk] : [pk]),
      ExpressionAttributeValues: valuesOf({ partition, after, from: between?.[0], to: between?.[1] }),
      Limit: limit,
    },
    limit,
  );
  return items.map((item) => ({ pk: item.pk, sort: String(item[sk]) }));
}

function rangeOf(sk: string, { after, between }: IndexQuery): string {
  if (between) {
    return ` AND #${sk} BETWEEN :from AND :to`;
  }
  return after === undefined ? '' : ` AND #${sk} > :after`;
}

function timeOf(sort: string): Instant {
  return sort.slice(0, sort.indexOf('#')) as Instant;
}

function recordNameOf(pk: string): RecordName {
  const key = recordKeyOf(pk);
  return pk.startsWith('PARCEL#') ? { parcel: key } : { caseKey: key };
}

function recordKeyOf(pk: string): string {
  return partitionParts(pk)[0] ?? '';
}

function deliveryRefOf(pk: string): DeliveryRef {
  const [source = '', channel = '', id = ''] = partitionParts(pk);
  return { source, channel, id };
}
