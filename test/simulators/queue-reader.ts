import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** An event as it stands in a queue behind an EventBridge rule. */
export interface BusEvent {
  readonly type: string;
  readonly metadata: {
    readonly eventId: string;
    readonly occurredAt: string;
    readonly caseKey?: string;
    readonly trackingNumber?: string;
    readonly version: number;
  };
  // biome-ignore lint/suspicious/noExplicitAny: a consumer in a test looks at any event's data
  readonly data: any;
}

export interface QueueReader {
  stop(): Promise<void>;
}

/** Reads a queue of bus events until it is stopped; messages are deleted after `take` is done with them. */
export function readQueue(
  client: SQSClient,
  queueUrl: string,
  take: (event: BusEvent) => Promise<void> | void,
): QueueReader {
  let isStopped = false;
  const running = (async () => {
    while (!isStopped) {
      const messages = await receive(client, queueUrl);
      await Promise.all(messages.map(async ({ Body }) => await take(eventOf(Body ?? '{}'))));
      await remove(client, queueUrl, messages);
    }
  })();
  return {
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}

/** A queue that cannot be read now is read again. */
async function receive(client: SQSClient, QueueUrl: string): Promise<Message[]> {
  const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
  try {
    return (await client.send(command)).Messages ?? [];
  } catch {
    await sleep(500);
    return [];
  }
}

function eventOf(body: string): BusEvent {
  const { 'detail-type': type, detail } = JSON.parse(body);
  return { type, ...detail };
}

async function remove(client: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> {
  const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  if (Entries.length > 0) {
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
}
