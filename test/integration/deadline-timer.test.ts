import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeMessage } from '#shared/messages/decode-message.ts';
import { deadlineTimerDefinition } from '../../infra/state-machines/deadline-timer-definition.ts';
import { releaseFile } from '../upgrade/release-table.ts';

const place = {
  endpoint: process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1:4566',
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const dynamo = new DynamoDBClient(place);
const sqs = new SQSClient(place);
const stepFunctions = new SFNClient(place);
const name = `timer-${randomUUID()}`;
let strikesUrl = '';
let stateMachineArn = '';

beforeAll(async () => {
  const keys = ['pk', 'sk'];
  await dynamo.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((key) => ({ AttributeName: key, AttributeType: 'S' })),
      KeySchema: keys.map((key) => ({ AttributeName: key, KeyType: key === 'pk' ? 'HASH' : 'RANGE' })),
    }),
  );
  const queue = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  strikesUrl = queue.QueueUrl ?? '';
  const definition = JSON.stringify(deadlineTimerDefinition({ partition: 'aws', tableName: name, strikesUrl }));
  const roleArn = 'arn:aws:iam::000000000000:role/timer';
  const machine = await stepFunctions.send(new CreateStateMachineCommand({ name, roleArn, definition }));
  stateMachineArn = machine.stateMachineArn ?? '';
});

async function putDeadline(caseKey: string, deadline: Record<string, string>): Promise<void> {
  const other = { dueAt: '2026-01-01T00:00:00.000Z', metAt: '2026-01-01T00:00:00.000Z' };
  const snapshot = { key: caseKey, deadlines: { 'refund-1': other, 'qc-follow-up-1': deadline } };
  const item = marshall({ pk: `CASE#${caseKey}`, sk: 'SNAPSHOT', snapshot });
  await dynamo.send(new PutItemCommand({ TableName: name, Item: item }));
}

const strikesAt = '2026-01-01T00:00:00.000Z';

/** Runs a clock that is to strike at once. */
async function runTimer(
  caseKey: string,
  times: Record<string, unknown> = { at: strikesAt },
): Promise<{ readonly status: string; readonly transitions: number }> {
  const input = JSON.stringify({ ...times, pk: `CASE#${caseKey}`, caseKey, deadlineId: 'qc-follow-up-1' });
  const started = await stepFunctions.send(new StartExecutionCommand({ stateMachineArn, input }));
  const execution = { executionArn: started.executionArn };
  let status = 'RUNNING';
  while (status === 'RUNNING') {
    await sleep(200);
    status = (await stepFunctions.send(new DescribeExecutionCommand(execution))).status ?? '';
  }
  const { events } = await stepFunctions.send(new GetExecutionHistoryCommand({ ...execution, maxResults: 1000 }));
  return { status, transitions: 1 + (events ?? []).filter((event) => event.stateEnteredEventDetails).length };
}

async function takeStrikes(): Promise<string[]> {
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: strikesUrl, MaxNumberOfMessages: 10 }));
  for (const { ReceiptHandle } of Messages ?? []) {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: strikesUrl, ReceiptHandle }));
  }
  return (Messages ?? []).map(({ Body }) => Body ?? '');
}

describe('the deadline timer', () => {
  it('tells the strike of an open deadline, as an inbox message, in 4 transitions', async () => {
    await putDeadline('standard:main:open', { dueAt: '2026-01-01T00:00:00.000Z' });

    expect(await runTimer('standard:main:open')).toEqual({ status: 'SUCCEEDED', transitions: 4 });
    const texts = await takeStrikes();
    expect(
      await Promise.all(texts.map(async (text) => await decodeMessage(text, async () => new Uint8Array()))),
    ).toEqual([{ kind: 'strike', caseKey: 'standard:main:open', at: strikesAt }]);
  });

  it('tells the strike of a parcel by its number', async () => {
    await putDeadline('standard:main:parcel', { dueAt: '2026-01-01T00:00:00.000Z' });

    expect(await runTimer('standard:main:parcel', { parcel: 'SF1234567890', at: strikesAt })).toMatchObject({
      status: 'SUCCEEDED',
    });
    expect((await takeStrikes()).map((text) => JSON.parse(text))).toEqual([
      { kind: 'strike', parcel: 'SF1234567890', at: strikesAt },
    ]);
  });

  it('takes what 91b539e started a clock with, and strikes for the reminder', async () => {
    const input = JSON.parse(releaseFile('execution-input.json').toString());
    await putDeadline('standard:main:earlier', { dueAt: input.dueAt });

    expect(await runTimer('standard:main:earlier', { ...input, remindAt: strikesAt })).toEqual({
      status: 'SUCCEEDED',
      transitions: 4,
    });
    expect((await takeStrikes()).map((text) => JSON.parse(text))).toEqual([
      { kind: 'strike', caseKey: 'standard:main:earlier', at: strikesAt },
    ]);
  });

  it.each([
    ['is met', 'standard:main:met', { dueAt: '2026-01-01T00:00:00.000Z', metAt: '2025-12-31T00:00:00.000Z' }],
    ['is gone, as its case is', 'standard:main:gone', undefined],
  ])('says nothing of a deadline that %s, in 4 transitions', async (_, caseKey, deadline) => {
    if (deadline) {
      await putDeadline(caseKey, deadline);
    }

    expect(await runTimer(caseKey)).toEqual({ status: 'SUCCEEDED', transitions: 4 });
    expect(await takeStrikes()).toEqual([]);
  });
});
