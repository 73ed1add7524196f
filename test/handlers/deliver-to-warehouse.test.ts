import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { instantOf } from '#shared/returns/record/instant.ts';
import { caseKey } from '../unit/calling-out/advices.ts';

const dynamo = mockClient(DynamoDBClient);
const sqs = mockClient(SQSClient);

vi.stubEnv('TABLE_NAME', 'records');
vi.stubEnv('DELIVER_URLS', JSON.stringify({ hangzhou: 'https://sqs/hangzhou' }));
vi.stubEnv('INBOX_URL', 'https://sqs/inbox');
vi.stubEnv('BODIES_BUCKET', 'bodies');
vi.stubEnv('SECRET_PREFIX', 'backhaul/demo/');
const { handler } = await import('../../functions/deliver-to-warehouse/handler.ts');

async function invoke(...bodies: readonly string[]) {
  const Records = bodies.map((body, index) => ({
    messageId: `m-${index + 1}`,
    receiptHandle: `r-${index + 1}`,
    body,
    attributes: { ApproximateReceiveCount: '1' },
    eventSourceARN: 'arn:aws:sqs:us-east-1:1:hangzhou',
  }));
  return await handler({ Records } as unknown as SQSEvent, { getRemainingTimeInMillis: () => 60_000 } as Context);
}

const messageTo = (warehouseId: string) => JSON.stringify({ caseKey, warehouseId, attempt: 2 });

/** Somebody else is telling this warehouse. */
function holdLedger(): void {
  const until = instantOf(Date.now() + 60_000);
  const item = { pk: `CALL#${caseKey}`, sk: 'any', version: 1, lease: { by: 'w-2', until }, orders: {} };
  dynamo.on(GetItemCommand).resolves({ Item: marshall(item) });
}

beforeEach(() => {
  dynamo.reset();
  sqs.reset();
  sqs.on(SendMessageCommand).resolves({});
});

describe('deliver-to-warehouse handler', () => {
  it('puts a message back into the queue of its warehouse while somebody else is at it', async () => {
    holdLedger();

    expect(await invoke(messageTo('hangzhou'))).toEqual({ batchItemFailures: [] });

    const ledgerKey = dynamo.commandCalls(GetItemCommand)[0]?.args[0].input;
    expect(ledgerKey).toMatchObject({
      TableName: 'records',
      Key: marshall({ pk: `CALL#${caseKey}`, sk: 'hangzhou' }),
      ConsistentRead: true,
    });
    expect(sqs.commandCalls(SendMessageCommand).map((call) => call.args[0].input)).toEqual([
      { QueueUrl: 'https://sqs/hangzhou', MessageBody: messageTo('hangzhou'), DelaySeconds: 5 },
    ]);
    expect(dynamo.commandCalls(PutItemCommand)).toEqual([]);
  });

  it('leaves a message with the queue whose warehouse has none to put it back into', async () => {
    holdLedger();

    expect(await invoke(messageTo('south'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
  });

  it('ignores a warehouse that reads its own queue', async () => {
    dynamo.on(GetItemCommand).resolves({});

    expect(await invoke(messageTo('east'))).toEqual({ batchItemFailures: [] });
    expect(dynamo.commandCalls(PutItemCommand)).toEqual([]);
  });

  it('tells a warehouse once of what came together, and forgets no try', async () => {
    holdLedger();
    const fresh = JSON.stringify({ caseKey, warehouseId: 'hangzhou', attempt: 0 });

    expect(await invoke(fresh, messageTo('hangzhou'), fresh)).toEqual({ batchItemFailures: [] });
    expect(sqs.commandCalls(SendMessageCommand).map((call) => call.args[0].input.MessageBody)).toEqual([
      messageTo('hangzhou'),
    ]);
  });

  it('puts what nobody can read among the dead letters', async () => {
    expect(await invoke('{"kind":"tick"}')).toEqual({ batchItemFailures: [] });
    expect(sqs.commandCalls(SendMessageCommand).map((call) => call.args[0].input)).toMatchObject([
      { QueueUrl: 'https://sqs/hangzhou-dlq', MessageBody: '{"kind":"tick"}' },
    ]);
  });
});
