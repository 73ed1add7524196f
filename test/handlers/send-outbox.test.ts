import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxMessage } from '#shared/messages/inbox-message.ts';
import type { Outbox } from '#shared/recording/outbox.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { snapshotItem } from '#shared/store/items.ts';
import { caseSnapshot, storedRecord } from '../contract/store-contract.ts';
import { approved, createSenders, sentIn, twoReceived, twoShoes } from '../memory/lives.ts';
import { createSimulation } from '../memory/simulation.ts';

const sqs = mockClient(SQSClient);

vi.stubEnv('INBOX_URL', 'https://sqs/inbox').stubEnv('STRIKES_URL', 'https://sqs/strikes');
const { handler } = await import('../../functions/send-outbox/handler.ts');

const key = 'standard:main:R1';
const named = (value: string): OutboxMessage => ({
  kind: 'named',
  caseKey: key,
  aliases: [{ kind: 'reverse-order', value }],
});

/** The stream's record of a case that was written with these following. */
function written(outbox: Outbox, { before = 1, after = 2 } = {}): DynamoDBRecord {
  const record = (version: number) => storedRecord(caseSnapshot(key), { version, outbox });
  return change('CASE#a', record(before), record(after));
}

function change(pk: string, before: StoredRecord<unknown>, after: StoredRecord<unknown>): DynamoDBRecord {
  const imageOf = (record: StoredRecord<unknown>) =>
    marshall(snapshotItem(pk, record, {}), { removeUndefinedValues: true });
  const dynamodb = { Keys: marshall({ pk, sk: 'SNAPSHOT' }), OldImage: imageOf(before), NewImage: imageOf(after) };
  return { eventName: 'MODIFY', dynamodb } as unknown as DynamoDBRecord;
}

const names = (value: string): Outbox => ({ names: [{ kind: 'reverse-order', value }] });

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
    await invoke(...Array.from({ length: 12 }, (_, index) => written(names(`V${index}`))));

    const messages = Array.from({ length: 12 }, (_, index) => named(`V${index}`));
    expect(sent()).toEqual([messages.slice(0, 10), messages.slice(10)]);
  });

  it('makes of each record that was written just the messages that follow from it', async () => {
    const simulation = createSimulation();
    const { shop, ofParcel } = createSenders();
    simulation.post(
      ...[
        shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('PA01', 'PA02')),
        shop(1, 'C2', { fact: 'requested' }, twoShoes, approved, sentIn('PA01')),
        ofParcel(60, 'PA01', twoReceived),
      ].map((delivery) => ({ kind: 'delivery' as const, delivery })),
    );
    await simulation.settle();
    const nothing = storedRecord(caseSnapshot(key), { version: 0 });
    await invoke(
      ...simulation.written.map(({ kind, key: name, record }) => change(`${kind}#${name}`, nothing, record)),
    );

    const kinds = new Set(simulation.table.outbox.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['parcel-linked', 'named', 'sibling', 'parcel-state', 'strike']));
    const ofInbox = simulation.table.outbox.filter(({ kind }) => kind !== 'strike');
    const ofClocks = simulation.table.outbox.filter(({ kind }) => kind === 'strike');
    expect(sent().flat()).toEqual([...ofInbox, ...ofClocks].map((each) => JSON.parse(JSON.stringify(each))));
  });

  it('holds strikes back in their own queue until their time, as long as SQS can', async () => {
    vi.setSystemTime('2026-03-01T10:00:00.500Z');
    const strikes = ['09:00:00', '10:00:01', '10:10:00', '11:00:00'].map(
      (time) => `2026-03-01T${time}.000Z` as Instant,
    );
    await invoke(written({ ...names('V1'), strikes }));

    const [inbox, held] = sqs.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input);
    expect([inbox?.QueueUrl, held?.QueueUrl]).toEqual(['https://sqs/inbox', 'https://sqs/strikes']);
    expect(sent()).toEqual([[named('V1')], strikes.map((at) => ({ kind: 'strike', caseKey: key, at }))]);
    expect(held?.Entries?.map(({ DelaySeconds }) => DelaySeconds)).toEqual([undefined, 1, 600, 900]);
  });

  it('sends nothing again of a record that was touched without a new version', async () => {
    await invoke(
      written(names('V1'), { after: 1 }),
      change('CASE#a', storedRecord({}), storedRecord({}, { version: 2 })),
    );

    expect(sent()).toEqual([]);
  });

  it('sends no more in a call than SQS takes', async () => {
    const long = 'x'.repeat(100_000);
    await invoke(...[`a${long}`, `b${long}`, `c${long}`, 'V1'].map((value) => written(names(value))));

    expect(sent().map((batch) => batch.length)).toEqual([2, 2]);
  });

  it('escapes the two characters that SQS refuses', async () => {
    await invoke(written(names('a\uFFFEb\uFFFF')));

    const [call] = sqs.commandCalls(SendMessageBatchCommand);
    expect(call?.args[0].input.Entries?.[0]?.MessageBody).not.toMatch(/[\uFFFE\uFFFF]/);
    expect(sent()).toEqual([[named('a\uFFFEb\uFFFF')]]);
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

    await expect(invoke(written(names('V1')))).rejects.toThrow(/unreachable|InternalError/);
  });
});
