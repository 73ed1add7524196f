import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '#shared/returns/record/instant.ts';
import { isLasting } from '#shared/runtime/describe-fault.ts';
import { openStore } from '#shared/store/open-store.ts';
import { caseSnapshot, storedRecord } from '../../contract/store-contract.ts';

const now = '2026-03-10T12:00:00.000Z' as Instant;
const dynamo = mockClient(DynamoDBClient);
const store = openStore({ client: new DynamoDBClient({}), tableName: 'table', rawDays: 30, now: () => now });
const act = { n: 1, act: { act: 'choose-warehouse', warehouseId: 'east', by: { person: 'p' }, at: now } } as const;

const record = storedRecord(caseSnapshot('a'), { version: 2 });

beforeEach(() => {
  dynamo.reset();
});

describe('openStore', () => {
  it('answers a failed condition and throws every other fault', async () => {
    dynamo
      .on(PutItemCommand)
      .rejectsOnce(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }))
      .rejectsOnce(new TransactionConflictException({ message: 'busy', $metadata: {} }))
      .rejects(new Error('throttled'));

    expect(await store.cases.writeSnapshot('a', record, 1)).toBe('lost');
    expect(await store.cases.writeSnapshot('a', record, 1)).toBe('lost');
    await expect(store.cases.writeSnapshot('a', record, 1)).rejects.toThrow('throttled');
  });

  it.each([
    ['lost', ['None', 'ConditionalCheckFailed']],
    ['lost', ['TransactionConflict', 'None']],
    ['thrown', ['ThrottlingError', 'None']],
    ['thrown', ['ValidationError', 'ConditionalCheckFailed']],
    ['thrown', []],
  ])('takes a transaction as %s that was cancelled for %j', async (expected, codes) => {
    const CancellationReasons = codes.map((Code) => ({ Code }));
    const error = new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons });
    dynamo.on(TransactWriteItemsCommand).rejects(error);
    const writing = store.cases.writeSnapshot('a', record, 1, [act]);

    await (expected === 'lost' ? expect(writing).resolves.toBe('lost') : expect(writing).rejects.toThrow('cancelled'));
  });

  it('takes an item that is too long for DynamoDB as a fault that no retry mends, alone and in a transaction', async () => {
    const message = 'Item size has exceeded the maximum allowed size';
    const refused = new DynamoDBServiceException({
      name: 'ValidationException',
      $fault: 'client',
      message,
      $metadata: {},
    });
    dynamo.on(PutItemCommand).rejects(refused);
    const CancellationReasons = [{ Code: 'ValidationError', Message: message }, { Code: 'None' }];
    dynamo
      .on(TransactWriteItemsCommand)
      .rejects(new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons }));

    for (const acts of [[], [act]]) {
      const error = await store.cases.writeSnapshot('a', record, 1, acts).catch((thrown: unknown) => thrown);
      expect(isLasting(error)).toBe(true);
      expect(error).toMatchObject({ code: 'write-refused', message: expect.stringContaining(message) });
    }
  });

  it('takes a number that DynamoDB has no form for as such a fault, too', async () => {
    dynamo.on(PutItemCommand).resolves({});
    const unsafe = storedRecord(caseSnapshot('a', { details: { orderId: 'O', count: 2 ** 60 } as never }));

    const error = await store.cases.writeSnapshot('a', unsafe, 0).catch((thrown: unknown) => thrown);
    expect(isLasting(error)).toBe(true);
    expect(dynamo.calls()).toHaveLength(0);
  });

  it('writes a record without acts as one plain put, which costs half', async () => {
    dynamo.on(PutItemCommand).resolves({}).on(TransactWriteItemsCommand).resolves({});
    await store.cases.writeSnapshot('a', record, 1);

    expect(dynamo.commandCalls(TransactWriteItemsCommand)).toHaveLength(0);
    await store.cases.writeSnapshot('a', record, 1, [act]);
    expect(dynamo.commandCalls(TransactWriteItemsCommand)).toHaveLength(1);
  });

  it('reads snapshots and observations apart, strongly consistent', async () => {
    dynamo.on(GetItemCommand).resolves({}).on(QueryCommand).resolves({});
    await store.cases.readSnapshot('a');
    await store.cases.readObservations('a');

    expect(dynamo.commandCalls(GetItemCommand)[0]?.args[0].input).toMatchObject({ ConsistentRead: true });
    const query = dynamo.commandCalls(QueryCommand)[0]?.args[0].input;
    expect(query).toMatchObject({ ConsistentRead: true, ExpressionAttributeValues: { ':prefix': { S: 'OBS#' } } });
  });

  it('follows a query over all its pages', async () => {
    const item = (n: number) => marshall({ pk: 'CASE#a', sk: `ACT#${n}`, n, act: act.act });
    dynamo
      .on(QueryCommand)
      .resolvesOnce({ Items: [item(1)], LastEvaluatedKey: { pk: { S: 'CASE#a' }, sk: { S: 'ACT#1' } } })
      .resolvesOnce({ Items: [], LastEvaluatedKey: { pk: { S: 'CASE#a' }, sk: { S: 'ACT#2' } } })
      .resolves({ Items: [item(3)] });

    expect((await store.cases.readActs('a')).map(({ n }) => n)).toEqual([1, 3]);
  });

  it('reads back all that a case said of a parcel, and nothing of where it is kept', async () => {
    const link = { caseKey: 'a', revision: 2, stands: true, open: true, knownAt: now, carrier: 'sf', warehouseId: 'w' };
    const item = { pk: 'PARCEL#p', sk: 'LINK#a', ...link, lines: [{ sku: 's', quantity: 1 }] };
    dynamo.on(QueryCommand).resolves({ Items: [marshall(item)] });

    expect((await store.parcels.readInputs('p')).links).toEqual([{ ...link, lines: item.lines }]);
  });

  it('throws when a chunk of a kept body is missing', async () => {
    const item = { source: 's', channel: 'c', id: 'd', via: 'webhook', receivedAt: now, headers: {}, expiresAt: 2e9 };
    dynamo.on(GetItemCommand).resolves({ Item: marshall({ ...item, content: { digest: 'x', chunks: 2 } }) });
    dynamo.on(QueryCommand).resolves({ Items: [marshall({ chunk: Buffer.from('1') })] });

    await expect(store.deliveries.read({ source: 's', channel: 'c', id: 'd' })).rejects.toThrow('1 of its 2 chunks');
  });

  it('gives up, for a retry, when others change the personal data again and again', async () => {
    dynamo.on(GetItemCommand).resolves({});
    dynamo.on(PutItemCommand).rejects(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));

    await expect(store.cases.putPersonalData('a', { name: 'x' }, now)).rejects.toThrow('changed by others');
  });
});
