import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { policySchema } from '#shared/policy/policy.ts';
import { addMillis } from '#shared/returns/record/instant.ts';
import { tableNames } from '#shared/runtime/table-names.ts';
import { type ScannedDelivery, scanDeliveries } from '#shared/store/delivery-scan.ts';
import { openNoticeTable } from '#shared/store/notice-table.ts';
import { openStore } from '#shared/store/open-store.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';
import { projectionOf } from '../bench/bench-table.ts';
import { describeNotices } from '../contract/notice-contract.ts';
import { caseSnapshot, describeStore, storedRecord, storeNow, storeRawDays } from '../contract/store-contract.ts';
import { testPolicy } from '../memory/test-merchant.ts';

const tableName = `store-${randomUUID()}`;
const client = new DynamoDBClient({
  endpoint: process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1:4566',
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const store = openStore({ client, tableName, rawDays: storeRawDays, now: () => storeNow });

beforeAll(async () => {
  const indexNames = Object.values(tableNames.indexes);
  const attributes = ['pk', 'sk', ...indexNames.flatMap((index) => [`${index}pk`, `${index}sk`])];
  const keys = (prefix: string) => [
    { AttributeName: `${prefix}pk`, KeyType: 'HASH' as const },
    { AttributeName: `${prefix}sk`, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
      KeySchema: keys(''),
      GlobalSecondaryIndexes: indexNames.map((index) => ({
        IndexName: index,
        KeySchema: keys(index),
        Projection: projectionOf(index),
      })),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: tableName });
});

afterAll(async () => {
  await client.send(new DeleteTableCommand({ TableName: tableName }));
  client.destroy();
});

describeStore('DynamoDB table', async () => store);
describeNotices('in a DynamoDB table', () => openNoticeTable({ client, name: tableName }, () => storeNow));

describe('DynamoDB table as others read it', () => {
  const readItem = async (pk: string, sk: string) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: { pk: { S: pk }, sk: { S: sk } } }),
    );
    return Item && unmarshall(Item);
  };

  it('keeps each deadline where a timer can read just that one', async () => {
    const deadline = {
      id: 'dl1',
      kind: 'refund',
      subject: 'case',
      openedAt: storeNow,
      remindAt: storeNow,
      dueAt: storeNow,
    } as const;
    const rest = { setBy: 'policy', reminded: false, missed: false, escalation: 0 } as const;
    const snapshot = caseSnapshot('timed', { deadlines: { dl1: { ...deadline, ...rest } } });
    await store.cases.writeSnapshot('timed', storedRecord(snapshot), 0);

    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName,
        Key: { pk: { S: 'CASE#timed' }, sk: { S: 'SNAPSHOT' } },
        ProjectionExpression: '#snapshot.deadlines.#id',
        ExpressionAttributeNames: { '#snapshot': 'snapshot', '#id': 'dl1' },
      }),
    );

    expect(Item && unmarshall(Item)).toEqual({ snapshot: { deadlines: { dl1: { ...deadline, ...rest } } } });
  });

  it('has no list of changes when there is nothing to tell', async () => {
    await store.cases.writeSnapshot('silent', storedRecord(caseSnapshot('silent')), 0);

    expect(await readItem('CASE#silent', 'SNAPSHOT')).not.toHaveProperty('changes');
  });

  it('gives a raw delivery the second at which it expires', async () => {
    const delivery = {
      source: 's',
      channel: 'c',
      id: 'ttl',
      via: 'webhook',
      receivedAt: storeNow,
      headers: {},
      body: Buffer.from('x'),
    } as const;
    await store.deliveries.keep(delivery, { outcome: 'not-understood', reason: 'no such topic' });

    const item = await readItem('DELIVERY#s#c#ttl', 'RAW');
    expect(item?.expiresAt).toBe(Date.parse(storeNow) / 1000 + storeRawDays * 86_400);
    expect(item).toMatchObject({ outcome: 'not-understood', reason: 'no such topic' });
  });

  describe('the scan of deliveries', () => {
    const table = { client, name: tableName };
    const body = Buffer.from('x');
    const keep = async (source: string, id: string, receivedAt = storeNow, revision?: number) =>
      await store.deliveries.keep(
        { source, channel: 'c', id, via: 'webhook', receivedAt, headers: {}, body },
        { outcome: 'applied' },
        { revision, said: ['a place'] },
      );
    const scanAll = async (source: string) => {
      const found: ScannedDelivery[] = [];
      let after: string | undefined;
      do {
        const page = await scanDeliveries(table, { source, since: storeNow, after });
        found.push(...page.found);
        after = page.after;
      } while (after !== undefined);
      return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    };

    it('finds those of a source since a time, over all pages, each with the revision that read it', async () => {
      await keep('scan', 'd-1', storeNow, 5);
      await keep('scan', 'd-2', addMillis(storeNow, 1));
      await keep('scan', 'd-3', addMillis(storeNow, -1));
      await keep('scanner', 'd-4');

      const ref = { source: 'scan', channel: 'c', outcome: 'applied' };
      expect(await scanAll('scan')).toEqual([
        { ...ref, id: 'd-1', receivedAt: storeNow, revision: 5 },
        { ...ref, id: 'd-2', receivedAt: addMillis(storeNow, 1) },
      ]);
    });

    it('goes on behind a page, and refuses what no page gave', async () => {
      await keep('paged', 'd-1');
      const key = { pk: 'DELIVERY#paged#c#d-1', sk: 'RAW' };
      const after = Buffer.from(JSON.stringify(key)).toString('base64url');

      expect((await scanDeliveries(table, { source: 'paged', since: storeNow, after })).found).toEqual([]);
      await expect(scanDeliveries(table, { source: 'paged', since: storeNow, after: 'page-2' })).rejects.toThrow(
        '--after is not what an earlier run gave',
      );
    });
  });

  it('takes the stored policy over the bundled one', async () => {
    const parse = (value: unknown) => ({ policy: policySchema.parse(value) });
    const source = openPolicySource(
      { client, name: tableName },
      { bundled: demoPolicy, parse, now: () => storeNow, onFault: expect.unreachable, onWarning: () => undefined },
    );
    const stored = { revision: 'r-7', effectiveAt: storeNow, policy: { defaultWarehouse: 'west' } };
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: marshall({ pk: 'POLICY', sk: `REVISION#${storeNow}#r-7`, ...stored }),
      }),
    );

    expect(await source.inForceAt(storeNow)).toEqual({
      ...testPolicy,
      revision: 'r-7',
      defaultWarehouse: 'west',
    });
  });
});
