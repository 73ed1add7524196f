import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxMessage } from '#shared/recording/inbox.ts';
import type { Instant } from '#shared/returns/instant.ts';

const sqs = mockClient(SQSClient);

vi.stubEnv('INBOX_URL', 'https://sqs/inbox').stubEnv('STRIKES_URL', 'https://sqs/strikes');
const { handler } = await import('../../../functions/send-outbox/handler.ts');

const linked = (number: string): OutboxMessage => ({ kind: 'parcel-linked', number });

interface Written {
  readonly before?: number;
  readonly after?: number;
  readonly outbox?: readonly OutboxMessage[];
}

function written({ before = 1, after = 2, outbox = [linked('SF1')] }: Written = {}): DynamoDBRecord {
  const image = (version: number) =>
    marshall({ pk: 'CASE#a', sk: 'SNAPSHOT', version, ...(outbox.length > 0 && { outbox: JSON.stringify(outbox) }) });
  const dynamodb = {
    Keys: marshall({ pk: 'CASE#a', sk: 'SNAPSHOT' }),
    OldImage: image(before),
    NewImage: image(after),
  };
  return { eventName: 'MODIFY', dynamodb } as unknown as DynamoDBRecord;
}

async function invoke(...Records: DynamoDBRecord[]): Promise<void> {
  await handler({ Records }, {} as Context);
}

function sent(): unknown[][] {
  return sqs
    .commandCalls(SendMessageBatchCommand)
    .map((call) => (call.args[0].input.Entries ?? []).map(({ MessageBody }) => JSON.parse(MessageBody ?? '')));
}

beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('send-outbox handler', () => {
  it('sends what must follow from each new version, in order, ten a call', async () => {
    const outbox = Array.from({ length: 11 }, (_, index) => linked(`SF${index}`));
    await invoke(written({ outbox }), written({ outbox: [linked('SF99')] }));

    expect(sent()).toEqual([outbox.slice(0, 10), [linked('SF10'), linked('SF99')]]);
  });

  it('holds strikes back in their own queue until their time, as long as SQS can', async () => {
    vi.setSystemTime('2026-03-01T10:00:00.500Z');
    const strikes = ['09:00:00', '10:00:01', '10:10:00', '11:00:00'].map((time) => ({
      kind: 'strike' as const,
      caseKey: 'standard:main:R1',
      at: `2026-03-01T${time}.000Z` as Instant,
    }));
    await invoke(written({ outbox: [linked('SF1'), ...strikes] }));

    const [inbox, held] = sqs.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input);
    expect([inbox?.QueueUrl, held?.QueueUrl]).toEqual(['https://sqs/inbox', 'https://sqs/strikes']);
    expect(sent()).toEqual([[linked('SF1')], strikes]);
    expect(held?.Entries?.map(({ DelaySeconds }) => DelaySeconds)).toEqual([undefined, 1, 600, 900]);
  });

  it('sends nothing again of a record that was touched without a new version', async () => {
    await invoke(written({ after: 1 }), written({ outbox: [] }));

    expect(sent()).toEqual([]);
  });

  it('sends no more in a call than SQS takes', async () => {
    const long = { kind: 'parcel-linked', number: 'x'.repeat(200_000) } as const;
    await invoke(written({ outbox: [long, long, linked('SF1')] }));

    expect(sent().map((batch) => batch.length)).toEqual([1, 2]);
  });

  it('escapes the two characters that SQS refuses', async () => {
    await invoke(written({ outbox: [linked('a\uFFFEb\uFFFF')] }));

    const [call] = sqs.commandCalls(SendMessageBatchCommand);
    expect(call?.args[0].input.Entries?.[0]?.MessageBody).not.toMatch(/[\uFFFE\uFFFF]/);
    expect(sent()).toEqual([[linked('a\uFFFEb\uFFFF')]]);
  });

  it.each([
    ['the queue is out of reach', () => sqs.on(SendMessageBatchCommand).rejects(new Error('unreachable'))],
    [
      'the queue did not take one of them',
      () =>
        sqs
          .on(SendMessageBatchCommand)
          .resolves({ Successful: [], Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] }),
    ],
  ])('throws for the whole batch when %s', async (_what, arrange) => {
    arrange();

    await expect(invoke(written())).rejects.toThrow(/unreachable|InternalError/);
  });
});
