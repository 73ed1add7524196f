import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, ListQueuesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** How many messages a queue holds: waiting, delayed and under way. Of strikes only those whose time has come: the others wait on purpose. */
export interface QueueDepth {
  readonly queue: string;
  readonly messages: number;
}

/** All queues whose name begins like this, the dead letters among them. */
export async function readQueueDepths(sqs: SQSClient, prefix: string): Promise<QueueDepth[]> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: prefix }));
  return await Promise.all(
    QueueUrls.map(async (url) => ({ queue: url.split('/').at(-1) ?? url, messages: await readQueueDepth(sqs, url) })),
  );
}

export async function readQueueDepth(sqs: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible, ApproximateNumberOfMessagesDelayed } =
    Attributes;
  const hidden = [ApproximateNumberOfMessagesNotVisible, ApproximateNumberOfMessagesDelayed];
  return [ApproximateNumberOfMessages, ...(QueueUrl.endsWith('-strikes') ? [] : hidden)]
    .map((count) => Number(count ?? 0))
    .reduce((sum, count) => sum + count, 0);
}

/** Waits until no queue holds anything, dead letters apart, and says what is left then. */
export async function drainQueues(sqs: SQSClient, prefix: string, patienceMs: number): Promise<QueueDepth[]> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const left = (await readQueueDepths(sqs, prefix)).filter(({ messages }) => messages > 0);
    if (left.every(({ queue }) => queue.endsWith('-dlq')) || Date.now() > giveUpAt) {
      return left;
    }
    await sleep(1000);
  }
}
