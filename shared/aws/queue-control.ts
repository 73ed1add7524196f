import { ChangeMessageVisibilityBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { Fault } from '#shared/fault/fault.ts';
import type { Hidden, QueueControl } from '#shared/runtime/queue-control.ts';
import { deadLettersOf } from '#shared/runtime/queue-names.ts';

/** What SQS takes in one call. */
const mostOfCall = 10;
const mostReasonLength = 500;

/**
 * The queues of this stack, for functions that read them.
 * @param anyUrl - The URL of one of them: the others are beside it.
 */
export function openQueueControl(client: SQSClient, anyUrl: string): QueueControl {
  const urlOf = (name: string) => anyUrl.replace(/[^/]+$/, name);
  return {
    hide: async (messages) => {
      for (const [name, own] of Map.groupBy(messages, ({ record }) => queueNameOf(record))) {
        for (let at = 0; at < own.length; at += mostOfCall) {
          await hide(client, urlOf(name), own.slice(at, at + mostOfCall));
        }
      }
    },
    bury: async (record, fault) => {
      const QueueUrl = urlOf(deadLettersOf(queueNameOf(record)));
      const reason = { DataType: 'String', StringValue: reasonOf(fault) };
      try {
        await client.send(
          new SendMessageCommand({ QueueUrl, MessageBody: record.body, MessageAttributes: { reason } }),
        );
        return true;
      } catch {
        return false;
      }
    },
  };
}

function queueNameOf({ eventSourceARN }: SQSRecord): string {
  return eventSourceARN.split(':').at(-1) ?? '';
}

async function hide(client: SQSClient, QueueUrl: string, messages: readonly Hidden[]): Promise<void> {
  const Entries = messages.map(({ record, seconds }, index) => ({
    Id: String(index),
    ReceiptHandle: record.receiptHandle,
    VisibilityTimeout: seconds,
  }));
  const { Failed = [] } = await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  if (Failed.length > 0) {
    const what = `${Failed.length} of ${messages.length} messages were not hidden (${Failed[0]?.Code})`;
    throw new Fault('not-all-taken', what, { advice: 'nothing: they come again by the timeout of the queue' });
  }
}

function reasonOf({ code, message }: Fault): string {
  return `${code}: ${message}`.slice(0, mostReasonLength);
}
