import { ChangeMessageVisibilityBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { openQueueControl } from '#shared/aws/queue-control.ts';
import { Fault } from '#shared/fault/fault.ts';

const sqs = mockClient(SQSClient);
const control = openQueueControl(new SQSClient({}), 'https://sqs.us-east-1.amazonaws.com/1/backhaul-demo-inbox');
const recordOf = (name: string, index: number) =>
  ({
    body: `body ${index}`,
    receiptHandle: `handle-${index}`,
    eventSourceARN: `arn:aws:sqs:us-east-1:1:backhaul-demo-${name}`,
  }) as SQSRecord;
const urlOf = (name: string) => `https://sqs.us-east-1.amazonaws.com/1/backhaul-demo-${name}`;

beforeEach(() => {
  sqs.reset();
});

describe('openQueueControl', () => {
  it('hides messages of the queue that they came from, ten a call', async () => {
    sqs.on(ChangeMessageVisibilityBatchCommand).resolves({});
    const messages = Array.from({ length: 11 }, (_, index) => ({ record: recordOf('follows', index), seconds: index }));
    await control.hide(messages);

    const calls = sqs.commandCalls(ChangeMessageVisibilityBatchCommand).map((call) => call.args[0].input);
    expect(calls.map(({ QueueUrl }) => QueueUrl)).toEqual([urlOf('follows'), urlOf('follows')]);
    expect(calls.map(({ Entries }) => Entries?.length)).toEqual([10, 1]);
    expect(calls[1]?.Entries).toEqual([{ Id: '0', ReceiptHandle: 'handle-10', VisibilityTimeout: 10 }]);
  });

  it('calls nobody where there is nothing to hide', async () => {
    await control.hide([]);

    expect(sqs.calls()).toEqual([]);
  });

  it.each([
    ['the queue is out of reach', () => sqs.on(ChangeMessageVisibilityBatchCommand).rejects(new Error('unreachable'))],
    [
      'one of them is not hidden',
      () =>
        sqs
          .on(ChangeMessageVisibilityBatchCommand)
          .resolves({ Failed: [{ Id: '0', Code: 'ReceiptHandleIsInvalid', SenderFault: true }] }),
    ],
  ])('throws where %s', async (_, arrange) => {
    arrange();

    await expect(control.hide([{ record: recordOf('inbox', 0), seconds: 5 }])).rejects.toThrow(
      /unreachable|ReceiptHandleIsInvalid/,
    );
  });

  it('puts a message as it is among the dead letters of its queue, with the reason beside it', async () => {
    sqs.on(SendMessageCommand).resolves({});

    expect(
      await control.bury(recordOf('hints-shopify', 0), new Fault('given-up', 'x'.repeat(600), { advice: 'look' })),
    ).toBe(true);
    expect(sqs.commandCalls(SendMessageCommand).map((call) => call.args[0].input)).toEqual([
      {
        QueueUrl: urlOf('hints-shopify-dlq'),
        MessageBody: 'body 0',
        MessageAttributes: { reason: { DataType: 'String', StringValue: `given-up: ${'x'.repeat(490)}` } },
      },
    ]);
  });

  it('says so where it could not be put there', async () => {
    sqs.on(SendMessageCommand).rejects(new Error('unreachable'));

    expect(await control.bury(recordOf('inbox', 0), new Fault('given-up', 'no', { advice: 'look' }))).toBe(false);
  });
});
