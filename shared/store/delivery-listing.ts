import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DeliveryEntry, DeliveryList, DeliveryLookup, DeliveryPage, DeliveryQuery } from '#shared/api/ports.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { indexPartitions } from './indexes.ts';
import { partitionParts, partitions, sorts } from './keys.ts';
import { namesOf, queryPages, type Table, toAttributes, valuesOf } from './table.ts';

/** How many entries of the index one page looks at for those of one source; they are keys only. */
const mostLookedAt = 1000;

const index = tableNames.indexes.attention;
const partitionKey = `${index}pk` as const;
const sortKey = `${index}sk` as const;
/** What of an item is read: neither body nor headers. */
const read = ['source', 'channel', 'id', 'via', 'receivedAt', 'outcome', 'reason', 'expiresAt', partitionKey];

const partitionOf: Readonly<Record<DeliveryList, string>> = {
  'not-understood': indexPartitions.notUnderstood,
  unmatched: indexPartitions.unmatched,
};

interface Head extends DeliveryEntry {
  readonly expiresAt: number;
  readonly [partitionKey]?: string;
}

interface Entry {
  readonly pk: string;
  /** Its place in the index: when it was received, and its own key. */
  readonly place: string;
}

/** What came of raw deliveries, without what they say. @param now - Decides what has expired already; DynamoDB may take two days to remove it. */
export function openDeliveryLookup(table: Table, now: () => Instant): DeliveryLookup {
  return {
    list: async (query) => await listPage(table, query, now()),
    find: async (ref) => {
      const head = await readHead(table, partitions.delivery(ref));
      return head && shownOf(head, now());
    },
  };
}

async function listPage(table: Table, query: DeliveryQuery, now: Instant): Promise<DeliveryPage> {
  const { list, source, limit } = query;
  const lookAt = source === undefined ? limit : mostLookedAt;
  const entries = await listEntries(table, query, lookAt);
  const own = entries.filter(({ pk }) => source === undefined || partitionParts(pk)[0] === source);
  const page = own.slice(0, limit);
  const last = own.length > limit ? page.at(-1) : entries[lookAt - 1];
  const heads = await Promise.all(page.map(async ({ pk }) => await readHead(table, pk)));
  // The index lags behind: what the item itself says of where it belongs counts.
  const listed = heads.filter((head) => head?.[partitionKey] === partitionOf[list]);
  return {
    entries: listed.flatMap((head) => (head && shownOf(head, now)) ?? []),
    ...(last && { after: last.place }),
  };
}

async function listEntries(table: Table, { list, after }: DeliveryQuery, limit: number): Promise<Entry[]> {
  const items = await queryPages(
    table,
    {
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: `#${partitionKey} = :partition${after === undefined ? '' : ` AND #${sortKey} > :after`}`,
      ExpressionAttributeNames: namesOf(after === undefined ? [partitionKey] : [partitionKey, sortKey]),
      ExpressionAttributeValues: valuesOf({ partition: partitionOf[list], after }),
      Limit: limit,
    },
    limit,
  );
  return items.map((item) => ({ pk: item.pk, place: String(item[sortKey]) }));
}

async function readHead(table: Table, pk: string): Promise<Head | undefined> {
  const { Item } = await table.client.send(
    new GetItemCommand({
      TableName: table.name,
      Key: toAttributes({ pk, sk: sorts.raw }),
      ConsistentRead: true,
      ProjectionExpression: read.map((name) => `#${name}`).join(', '),
      ExpressionAttributeNames: namesOf(read),
    }),
  );
  return Item && (unmarshall(Item) as Head);
}

function shownOf({ expiresAt, reason, ...head }: Head, now: Instant): DeliveryEntry | undefined {
  const { source, channel, id, via, receivedAt, outcome } = head;
  const entry = { source, channel, id, via, receivedAt, outcome, ...(reason !== undefined && { reason }) };
  return expiresAt * 1000 > millisOf(now) ? entry : undefined;
}
