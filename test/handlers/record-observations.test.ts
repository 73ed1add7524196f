import {
  type AttributeValue,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeMessage } from '#shared/messages/encode-message.ts';
import { at, delivery } from '../unit/messages/message-samples.ts';
import { type Captured, captureOutput } from '../unit/runtime/capture.ts';

const request = {
  caseId: '1',
  orderId: 'SO-1',
  kind: 'return',
  reason: { code: 'size' },
  lines: [{ lineId: '1', sku: 'SHOE', quantity: 1, unitPrice: { amount: 29900, currency: 'CNY' } }],
  refund: { amount: 29900, currency: 'CNY' },
  orderState: 'delivered',
};
const dynamo = mockClient(DynamoDBClient);
const sqs = mockClient(SQSClient);
let policies: object[] = [];
vi.stubEnv('TABLE_NAME', 'returns')
  .stubEnv('INBOX_URL', 'http://queue/inbox')
  .stubEnv('HINT_QUEUES', '{}')
  .stubEnv('BODIES_BUCKET', 'large');
vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-10T12:00:00Z') });
const { handler } = await import('../../functions/record-observations/handler.ts');
let output: Captured;

beforeEach(() => {
  policies = [];
  dynamo.reset();
  sqs.reset();
  dynamo.on(GetItemCommand).resolves({});
  dynamo.on(PutItemCommand).resolves({});
  dynamo.on(UpdateItemCommand).resolves({});
  dynamo
    .on(QueryCommand)
    .callsFake((input) => ({ Items: JSON.stringify(input).includes('"REVISION#"') ? policies : [] }));
  sqs.on(SendMessageCommand).resolves({});
  output = captureOutput();
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function record(body: object, channel = 'own-store'): Promise<void> {
  await recordAll([{ body, channel }]);
}

interface Sent {
  readonly body: object;
  readonly channel: string;
  readonly id?: string;
}

async function recordAll(all: readonly Sent[]): Promise<void> {
  const Records = all.map(({ body, channel, id }, index) => {
    const own = { source: 'standard', channel, headers: {}, ...(id && { id }) };
    const sent = delivery({ ...own, body: Buffer.from(JSON.stringify({ timestamp: at, ...body })) });
    return {
      messageId: `m-${index + 1}`,
      body: encodeMessage({ kind: 'delivery', delivery: sent }).text,
      attributes: { ApproximateReceiveCount: '1' },
    };
  });
  const context = { getRemainingTimeInMillis: () => 20_000 } as Context;
  const answer = await handler({ Records } as unknown as SQSEvent, context);
  expect(answer).toEqual({ batchItemFailures: [] });
}

describe('record-observations handler', () => {
  it('writes one line for a message, which says what came of it and why, and counts it', async () => {
    await record({ type: 'return.invented', data: {} });
    expect(output.lines()).toMatchObject([
      {
        message: 'record-observations',
        messageId: 'm-1',
        deliveryId: 'delivery-1',
        outcome: 'not-understood',
        reason: 'not-understood',
        detail: expect.stringContaining('type'),
        MessageRecorded: 1,
      },
    ]);
    expect(output.metrics()).toEqual(['MessageRecorded not-understood']);
    expect(output.text().trim().split('\n')).toHaveLength(1);
  });

  const storedPolicy = (policy: Record<string, AttributeValue>) => ({
    pk: { S: 'POLICY' },
    sk: { S: `REVISION#${at}#r-7` },
    revision: { S: 'r-7' },
    effectiveAt: { S: at },
    policy: { M: policy },
  });

  it('tells of a stored policy that is not valid on a line of its own', async () => {
    policies = [storedPolicy({ deadlines: { S: 'none' } })];
    await record({ type: 'return.requested', data: request });
    const [policy, message] = output.lines();
    expect(policy).toMatchObject({ message: 'stored-policy', revision: 'r-7', outcome: 'policy-not-valid' });
    expect(policy).toMatchObject({
      level: 'ERROR',
      faultCode: 'policy-not-valid',
      advice: expect.stringMatching(
        /^mend deadlines: .*must be an object.* Store a right one, and remove the wrong one$/,
      ),
    });
    expect(message).toMatchObject({ message: 'record-observations', deliveryId: 'delivery-1' });
    expect(output.metrics()).toEqual(['PolicyNotValid', expect.stringMatching(/^MessageRecorded /)]);
  });

  it('goes on recording under a policy whose warehouse has gone, and tells the admin', async () => {
    vi.setSystemTime(Date.now() + 61_000);
    policies = [storedPolicy({ defaultWarehouse: { S: 'gone' } })];
    await record({ type: 'return.requested', data: request });
    const [policy, message] = output.lines();
    expect(policy).toMatchObject({
      revision: 'r-7',
      faultCode: 'warehouse-gone',
      advice: expect.stringMatching(/^goods go to east now/),
    });
    expect(message).toMatchObject({ message: 'record-observations', level: 'INFO' });
  });

  it('keeps links to pictures out of its line, and of all that it puts but one item and the body', async () => {
    const photos = ['https://files.example.com/label.jpg', 'http://files.example.com/label.jpg'];
    const lines = [{ sku: 'SHOE', quantity: 1 }];
    const report = { warehouseId: 'east', trackingNumber: 'SF123', receiptId: 'RC-1', receivedAt: at, lines, photos };
    await record({ type: 'parcel.received', data: report }, 'wms-east');

    expect(output.lines()).toMatchObject([{ outcome: 'in-part', detail: 'data.photos.1: must be an https address' }]);
    expect(output.text()).not.toContain('label.jpg');
    const put = dynamo.commandCalls(PutItemCommand).map(({ args: [{ input }] }) => input.Item ?? {});
    const holders = put.filter((item) => JSON.stringify(item).includes('label.jpg'));
    expect(holders.map(({ pk, sk }) => [pk?.S, sk?.S])).toEqual([['PARCEL#SF123', 'PERSON']]);
  });

  const countedIn = () =>
    dynamo
      .commandCalls(UpdateItemCommand)
      .map(({ args: [{ input }] }) => input)
      .filter(({ Key }) => Key?.pk?.S?.startsWith('HEALTH#'));

  it('writes down once a batch what came by each channel, and within which minute', async () => {
    const bodies = [1, 2, 3].map((n) => ({ type: 'return.requested', data: { ...request, caseId: `C-${n}` } }));
    await recordAll(bodies.map((body, n) => ({ body, channel: 'own-store', id: `d-${n}` })));

    expect(countedIn()).toEqual([
      expect.objectContaining({
        Key: { pk: { S: 'HEALTH#standard#own-store' }, sk: { S: at.slice(0, 13) } },
        UpdateExpression: expect.stringMatching(/^SET #expiresAt = :expiresAt ADD .*#webhooks :webhooks/),
        ExpressionAttributeValues: expect.objectContaining({
          ':webhooks': { N: '3' },
          ':webhookHeard': { NS: [String(Number(at.slice(14, 16)))] },
        }),
      }),
    ]);
  });

  it('answers for its messages where the counts cannot be written, says so, and writes them with the next', async () => {
    dynamo.on(UpdateItemCommand).callsFake((input) => {
      if (input.Key.pk.S.startsWith('HEALTH#')) {
        throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
      }
      return {};
    });
    await record({ type: 'return.invented', data: {} });
    expect(output.lines()).toMatchObject([
      { outcome: 'not-understood' },
      { level: 'ERROR', outcome: 'not-finished', fault: 'ThrottlingException' },
    ]);
    dynamo.on(UpdateItemCommand).resolves({});
    await record({ type: 'return.invented', data: {} });

    expect(countedIn().at(-1)?.ExpressionAttributeValues).toMatchObject({ ':notUnderstood': { N: '2' } });
  });
});
