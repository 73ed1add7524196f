import type { DeliveryRef } from '#shared/recording/ports.ts';
import type { Instant } from '#shared/returns/instant.ts';
import { type IndexName, tableNames } from '#shared/runtime/table-names.ts';
import { indexPartitions } from './indexes.ts';
import { partitionParts } from './keys.ts';
import { namesOf, queryPages, type Table, valuesOf } from './table.ts';

/** What the sparse indexes list, oldest first, at most `limit`. Eventually consistent: read the record before acting on it. */
export interface Listings {
  /** Keys of cases with a deadline that is due by `now`. */
  listDue(now: Instant, limit: number): Promise<readonly string[]>;
  /** Keys of cases opened on a UTC day, `YYYY-MM-DD`; by key. */
  listOpened(day: string, limit: number): Promise<readonly string[]>;
  /** Keys of cases that a person should look at. */
  listAttention(limit: number): Promise<readonly string[]>;
  /** Tracking numbers of parcels that reached a warehouse and that no case counts. */
  listUnclaimed(limit: number): Promise<readonly string[]>;
  listNotUnderstood(limit: number): Promise<readonly DeliveryRef[]>;
  /** Deliveries whose case nobody has told of yet, or whose case's name is several cases'. */
  listUnmatched(limit: number): Promise<readonly DeliveryRef[]>;
}

export function openListings(table: Table): Listings {
  const { due, opened, attention } = tableNames.indexes;
  const list = async (index: IndexName, partition: string, limit: number, below?: string) =>
    await listPartitions(table, { index, partition, limit, ...(below && { below }) });
  return {
    // `$` is the character after `#`, so entries of exactly `now` are in.
    listDue: async (now, limit) => (await list(due, indexPartitions.open, limit, `${now}$`)).map(recordKeyOf),
    listOpened: async (day, limit) => (await list(opened, indexPartitions.openedOn(day), limit)).map(recordKeyOf),
    listAttention: async (limit) => (await list(attention, indexPartitions.attention, limit)).map(recordKeyOf),
    listUnclaimed: async (limit) => (await list(due, indexPartitions.unclaimed, limit)).map(recordKeyOf),
    listNotUnderstood: async (limit) =>
      (await list(attention, indexPartitions.notUnderstood, limit)).map(deliveryRefOf),
    listUnmatched: async (limit) => (await list(attention, indexPartitions.unmatched, limit)).map(deliveryRefOf),
  };
}

interface IndexQuery {
  readonly index: IndexName;
  readonly partition: string;
  readonly limit: number;
  /** Only entries whose sort key is less. */
  readonly below?: string;
}

async function listPartitions(table: Table, { index, partition, limit, below }: IndexQuery): Promise<string[]> {
  const pk = `${index}pk`;
  const sk = `${index}sk`;
  const items = await queryPages(
    table,
    {
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: below ? `#${pk} = :partition AND #${sk} < :below` : `#${pk} = :partition`,
      ExpressionAttributeNames: namesOf(below ? [pk, sk] : [pk]),
      ExpressionAttributeValues: valuesOf({ partition, below }),
      Limit: limit,
    },
    limit,
  );
  return items.map((item) => item.pk);
}

function recordKeyOf(pk: string): string {
  return partitionParts(pk)[0] ?? '';
}

function deliveryRefOf(pk: string): DeliveryRef {
  const [source = '', channel = '', id = ''] = partitionParts(pk);
  return { source, channel, id };
}
