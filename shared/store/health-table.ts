import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { beginOf, lastHeardIn } from '#shared/counting/counts.ts';
import { type ChannelName, type HealthTable, type HourCounts, keptDays, type Via } from '#shared/counting/ports.ts';
import { expiryOf } from './delivery-table.ts';
import { partitionParts, partitions, sorts } from './keys.ts';
import { type Item, namesOf, queryBetween, type Table, toAttributes, valuesOf } from './table.ts';

/** The attribute that holds the minutes in which something came this way. */
const heardNames: Readonly<Record<Via, string>> = { webhook: 'webhookHeard', read: 'readHeard' };
const notSums: readonly string[] = ['pk', 'sk', 'expiresAt', ...Object.values(heardNames)];
/** Two days of hours at a time: what is looked for is in the first of them as a rule. */
const hoursAtOnce = 48;

/** Counts by channel and hour in DynamoDB, one item each: numbers and sets are added to by the table itself, so that no writer waits for another. */
export function openHealthTable(table: Table): HealthTable {
  return {
    add: async (counts) => await addCounts(table, counts),
    readHours: async (name, from) => {
      const items = await queryBetween(table, partitions.health(name), from, sorts.lastHour);
      return items.map(countsIn);
    },
    lastHeard: async (name, via) => {
      for await (const found of hoursOf(table, name, { forward: false, having: heardNames[via] })) {
        return lastHeardIn(found, via);
      }
      return undefined;
    },
    firstHour: async (name) => {
      for await (const { hour } of hoursOf(table, name, { forward: true })) {
        return hour;
      }
      return undefined;
    },
  };
}

async function addCounts(table: Table, { source, channel, hour, sums, heard }: HourCounts): Promise<void> {
  const minutes = Object.entries(heardNames).map(([via, name]) => [name, new Set(heard[via as Via])] as const);
  const added = Object.fromEntries([
    ...Object.entries(sums).filter(([, count]) => count > 0),
    ...minutes.filter(([, { size }]) => size > 0),
  ]);
  const expiresAt = expiryOf(beginOf(hour), keptDays);
  const adds = Object.keys(added).map((name) => `#${name} :${name}`);
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: toAttributes({ pk: partitions.health({ source, channel }), sk: hour }),
      UpdateExpression: `SET #expiresAt = :expiresAt${adds.length > 0 ? ` ADD ${adds.join(', ')}` : ''}`,
      ExpressionAttributeNames: namesOf(['expiresAt', ...Object.keys(added)]),
      ExpressionAttributeValues: valuesOf({ expiresAt, ...added }),
    }),
  );
}

interface Looked {
  readonly forward: boolean;
  /** An attribute that an hour must have. */
  readonly having?: string;
}

async function* hoursOf(table: Table, name: ChannelName, { forward, having }: Looked): AsyncGenerator<HourCounts> {
  let start: Item | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: '#pk = :pk',
        ...(having && { FilterExpression: `attribute_exists(#${having})` }),
        ExpressionAttributeNames: namesOf(['pk', ...(having ? [having] : [])]),
        ExpressionAttributeValues: valuesOf({ pk: partitions.health(name) }),
        ScanIndexForward: forward,
        Limit: hoursAtOnce,
        ExclusiveStartKey: start && toAttributes(start),
      }),
    );
    yield* (page.Items ?? []).map((item) => countsIn(unmarshall(item) as Item));
    start = page.LastEvaluatedKey && (unmarshall(page.LastEvaluatedKey) as Item);
  } while (start);
}

function countsIn(item: Item): HourCounts {
  const [source = '', channel = ''] = partitionParts(item.pk);
  const sums = Object.entries(item).filter(([name]) => !notSums.includes(name)) as [string, number][];
  const minutes = (via: Via) => [...((item[heardNames[via]] ?? []) as Iterable<number>)].sort((a, b) => a - b);
  return {
    source,
    channel,
    hour: item.sk,
    sums: Object.fromEntries(sums),
    heard: { webhook: minutes('webhook'), read: minutes('read') },
  };
}
