import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

export interface DelayedQueue {
  /** @param delaySeconds - How long nobody gets it: at most 900. */
  send(text: string, delaySeconds: number): Promise<void>;
}

/** A queue to which a function puts its own messages back, to try again later. */
export function openDelayedQueue(client: SQSClient, url: string): DelayedQueue {
  return {
    async send(text, delaySeconds) {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: text, DelaySeconds: delaySeconds }));
    },
  };
}
