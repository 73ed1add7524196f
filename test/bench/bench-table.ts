import {
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  type Projection,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { tableNames } from '#shared/runtime/table-names.ts';

/** Makes a table with the keys and indexes of infra/parts/records-table.ts. */
export async function createBenchTable(client: DynamoDBClient, name: string): Promise<void> {
  const { partitionKey, sortKey } = tableNames;
  const indexes = Object.values(tableNames.indexes).map((index) => ({
    index,
    keys: [`${index}pk`, `${index}sk`] as const,
  }));
  const attributes = [partitionKey, sortKey, ...indexes.flatMap(({ keys }) => keys)];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map((each) => ({ AttributeName: each, AttributeType: 'S' })),
      KeySchema: keySchema(partitionKey, sortKey),
      GlobalSecondaryIndexes: indexes.map(({ index, keys: [pk, sk] }) => ({
        IndexName: index,
        KeySchema: keySchema(pk, sk),
        Projection: projectionOf(index),
      })),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: name });
}

/** All but the index of lists hold keys only. */
export function projectionOf(index: string): Projection {
  return index === tableNames.indexes.lists
    ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [tableNames.entry] }
    : { ProjectionType: 'KEYS_ONLY' };
}

function keySchema(partitionKey: string, sortKey: string) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
}

export async function deleteBenchTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: name }));
}
