import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

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

/** Reads a queue of bus events until it is stopped; each message is deleted after `take` is done with it. */
export function readQueue(client: SQSClient, queueUrl: string, take: (event: BusEvent) => Promise<void> | void): QueueReader {
  const aborter = new AbortController();
  const running = (async () => {
    while (!aborter.signal.aborted) {
      const { Messages } = await client
        .send(new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }))
        .catch(() => ({ Messages: undefined }));
      for (const { Body, ReceiptHandle } of Messages ?? []) {
        const { 'detail-type': type, detail } = JSON.parse(Body ?? '{}');
        await take({ type, ...detail });
        await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
      }
    }
  })();
  return {
    stop: async () => {
      aborter.abort();
      await running;
    },
  };
}
