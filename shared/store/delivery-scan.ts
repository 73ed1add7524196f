import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DeliveryOutcome, DeliveryRef } from '#shared/recording/ports.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { partitions, sorts } from './keys.ts';
import { namesOf, type Table, toAttributes, valuesOf } from './table.ts';

/** A delivery as a scan of the whole table finds it. */
export interface ScannedDelivery extends DeliveryRef {
  readonly receivedAt: Instant;
  readonly outcome: DeliveryOutcome['outcome'];
  /** Of the adapter that read it last; absent of what earlier releases read. */
  readonly revision?: number;
}

export interface ScanPage {
  readonly found: readonly ScannedDelivery[];
  /** How many items of the table were looked at. */
  readonly looked: number;
  /** Where the next page begins; absent after the last. */
  readonly after?: string;
}

const read = ['source', 'channel', 'id', 'receivedAt', 'outcome', 'adapter'] as const;

/**
 * One page of the deliveries of a source that came since a time, in no order. There is no index of all deliveries: the whole table is read, so this is
 * for operators, and costs as much each time.
 *
 * @param after - As an earlier page gave it.
 */
export async function scanDeliveries(
  table: Table,
  { source, since, after }: { readonly source: string; readonly since: Instant; readonly after?: string | undefined },
): Promise<ScanPage> {
  const {
    Items = [],
    ScannedCount = 0,
    LastEvaluatedKey,
  } = await table.client.send(
    new ScanCommand({
      TableName: table.name,
      FilterExpression: 'begins_with(#pk, :prefix) AND #sk = :raw AND #receivedAt >= :since',
      ProjectionExpression: read.map((name) => `#${name}`).join(', '),
      ExpressionAttributeNames: namesOf(['pk', 'sk', ...read]),
      ExpressionAttributeValues: valuesOf({ prefix: partitions.deliveriesOf(source), raw: sorts.raw, since }),
      ExclusiveStartKey: after === undefined ? undefined : keyOf(after),
    }),
  );
  return {
    found: Items.map((item) => foundIn(unmarshall(item))),
    looked: ScannedCount,
    ...(LastEvaluatedKey && { after: Buffer.from(JSON.stringify(unmarshall(LastEvaluatedKey))).toString('base64url') }),
  };
}

function foundIn(item: Readonly<Record<string, unknown>>): ScannedDelivery {
  const { adapter, ...rest } = item;
  return { ...rest, ...(adapter !== undefined && { revision: adapter }) } as unknown as ScannedDelivery;
}

/** @throws Error for a text that no page gave. */
function keyOf(after: string) {
  try {
    return toAttributes(JSON.parse(Buffer.from(after, 'base64url').toString()));
  } catch (cause) {
    throw new Error('--after is not what an earlier run gave', { cause });
  }
}
