import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { type Captured, captureOutput } from '../unit/runtime/capture.ts';

const dynamo = mockClient(DynamoDBClient);
const sqs = mockClient(SQSClient);
const stepFunctions = mockClient(SFNClient);
vi.stubEnv('TABLE_NAME', 'returns')
  .stubEnv('INBOX_URL', 'https://sqs/inbox')
  .stubEnv('STRIKES_URL', 'https://sqs/strikes')
  .stubEnv('DEADLINE_TIMER_ARN', 'arn:timer');
const { handler } = await import('../../functions/sweep-deadlines/handler.ts');
let output: Captured;

const late = new Date(Date.now() - 10 * 60_000).toISOString();
const soon = new Date(Date.now() + 30 * 60_000).toISOString();

function recordOf(caseKey: string, at: string) {
  const nextStrike = { phase: 'due', count: 0, at };
  const snapshot = { nextStrikeAt: at, deadlines: { 'refund-1': { id: 'refund-1', nextStrike } } };
  return marshall({ pk: `CASE#${caseKey}`, sk: 'SNAPSHOT', version: 1, foldRevision, snapshot });
}

beforeEach(() => {
  dynamo.reset();
  sqs.reset();
  stepFunctions.reset();
  for (const [key, at] of [
    ['late', late],
    ['soon', soon],
  ] as const) {
    dynamo
      .on(GetItemCommand, { Key: marshall({ pk: `CASE#${key}`, sk: 'SNAPSHOT' }) })
      .resolves({ Item: recordOf(key, at) });
  }
  dynamo.on(GetItemCommand, { Key: marshall({ pk: 'CURSOR#sweep', sk: 'STATE' }) }).resolves({});
  dynamo.on(PutItemCommand).resolves({});
  const entry = (key: string, at: string) =>
    marshall({ pk: `CASE#${key}`, sk: 'SNAPSHOT', gsi1sk: `${at}#CASE#${key}` });
  dynamo
    .on(QueryCommand)
    .resolvesOnce({ Items: [entry('late', late)] })
    .resolvesOnce({ Items: [entry('soon', soon)] });
  sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { ApproximateNumberOfMessages: '0' } });
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
  stepFunctions.on(StartExecutionCommand).resolves({});
  output = captureOutput();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('sweep-deadlines handler', () => {
  it('strikes for what is late, starts the clock of what comes soon, notes where it stands, and says so', async () => {
    await handler({} as ScheduledEvent, { getRemainingTimeInMillis: () => 50_000 } as Context);

    const [batch] = sqs.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input);
    expect(batch).toMatchObject({
      QueueUrl: 'https://sqs/strikes',
      Entries: [{ MessageBody: JSON.stringify({ kind: 'strike', caseKey: 'late', at: late }) }],
    });
    expect(stepFunctions.commandCalls(StartExecutionCommand)[0]?.args[0].input.name).toMatch(/^refund-1-due-0-/);
    expect(String(dynamo.commandCalls(PutItemCommand).at(-1)?.args[0].input.Item?.startedUntil?.S) > soon).toBe(true);
    expect(output.lines()).toMatchObject([{ message: 'sweep-deadlines', outcome: 'swept', late: 1, started: 1 }]);
    expect(output.metrics().toSorted()).toEqual(['ClockFoundSilent', 'SweepDone']);
  });

  it('writes where it stands, and says that it is behind, where there is no time left', async () => {
    await handler({} as ScheduledEvent, { getRemainingTimeInMillis: () => 11_000 } as Context);

    expect(stepFunctions.calls()).toEqual([]);
    expect(dynamo.commandCalls(PutItemCommand)).toHaveLength(1);
    expect(output.metrics().toSorted()).toEqual(['SweepBehind', 'SweepDone']);
  });
});
