import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const eventBridge = mockClient(EventBridgeClient);
const sqs = mockClient(SQSClient);
const at = '2026-03-10T12:00:00.000Z';

vi.stubEnv('BUS_NAME', 'returns-demo');
vi.stubEnv('UNPUBLISHABLE_URL', 'https://sqs/unpublishable');
const { handler } = await import('../../functions/publish-changes/handler.ts');

const closed = {
  type: 'Case Closed',
  data: { closedAt: at },
  eventId: 'e-1',
  occurredAt: at,
  record: 'CASE#a',
  version: 2,
};

interface Written {
  readonly sk?: string;
  readonly before?: number;
  readonly after?: number;
  readonly changes?: unknown;
}

function written({ sk = 'SNAPSHOT', before = 1, after = 2, changes = [closed] }: Written = {}): DynamoDBRecord {
  const image = (version: number) => marshall({ pk: 'CASE#a', sk, version, changes });
  const dynamodb = { Keys: marshall({ pk: 'CASE#a', sk }), OldImage: image(before), NewImage: image(after) };
  return { eventName: 'MODIFY', dynamodb } as unknown as DynamoDBRecord;
}

async function invoke(...Records: DynamoDBRecord[]): Promise<void> {
  await handler({ Records }, {} as Context);
}

function putTypes(): (string | undefined)[] {
  const calls = eventBridge.commandCalls(PutEventsCommand);
  return calls.flatMap((call) => (call.args[0].input.Entries ?? []).map((entry) => entry.DetailType));
}

beforeEach(() => {
  eventBridge.reset();
  sqs.reset();
  eventBridge.on(PutEventsCommand).callsFake(({ Entries }) => ({ Entries: Entries.map(() => ({ EventId: 'id' })) }));
  sqs.on(SendMessageCommand).resolves({});
});

describe('publish-changes handler', () => {
  it('publishes the changes of a new version', async () => {
    await invoke(written());

    expect(putTypes()).toEqual(['Case Closed']);
  });

  it('publishes the changes of a first version', async () => {
    const { dynamodb, ...rest } = written();
    const { OldImage: _, ...first } = dynamodb ?? {};
    await invoke({ ...rest, dynamodb: first });

    expect(putTypes()).toEqual(['Case Closed']);
  });

  it.each([
    ['an item that is no snapshot', written({ sk: 'OBS#1' })],
    ['a write that leaves the version', written({ after: 1 })],
    ['a version with nothing to tell', written({ changes: [] })],
  ])('publishes nothing of %s', async (_, record) => {
    await invoke(record);

    expect(putTypes()).toEqual([]);
  });

  it('publishes nothing of a record that was removed', async () => {
    const { dynamodb, ...rest } = written();
    const { NewImage: _, ...removed } = dynamodb ?? {};
    await invoke({ ...rest, dynamodb: removed });

    expect(putTypes()).toEqual([]);
  });

  it('queues a poisoned change whole and publishes the others', async () => {
    await invoke(written({ changes: [{ type: 'Case Closed' }] }), written({ changes: 'poison' }), written());

    expect(putTypes()).toEqual(['Case Closed']);
    const bodies = sqs.commandCalls(SendMessageCommand).map((call) => JSON.parse(call.args[0].input.MessageBody ?? ''));
    expect(bodies).toEqual([
      { reason: 'malformed', change: { type: 'Case Closed' } },
      { reason: 'malformed', change: 'poison' },
    ]);
  });

  it('throws for the whole batch when the bus is not reached', async () => {
    eventBridge.on(PutEventsCommand).rejects(new Error('unreachable'));

    await expect(invoke(written())).rejects.toThrow('unreachable');
  });

  it('throws for the whole batch when a poisoned change cannot be queued', async () => {
    sqs.on(SendMessageCommand).rejects(new Error('unreachable'));

    await expect(invoke(written({ changes: ['poison'] }))).rejects.toThrow('unreachable');
  });
});
