import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { QueueDepth, QueueWatch } from '#shared/health/ports.ts';
import type { QueueAges } from './queue-ages.ts';

export interface WatchedQueues {
  /** The URL of one of them: the others are beside it. */
  readonly inboxUrl: string;
  /** Their names, each without what all of them begin with. */
  readonly names: readonly string[];
  readonly agesOf: QueueAges;
}

const attributes = {
  waiting: 'ApproximateNumberOfMessages',
  hidden: 'ApproximateNumberOfMessagesNotVisible',
  delayed: 'ApproximateNumberOfMessagesDelayed',
} as const satisfies Record<keyof QueueDepth, string>;

/** What the queues of this stack hold, as SQS says it; how old it is SQS tells to CloudWatch alone. */
export function openQueueWatch(client: SQSClient, { inboxUrl, names, agesOf }: WatchedQueues): QueueWatch {
  const prefix = (inboxUrl.split('/').at(-1) ?? '').replace(/inbox$/, '');
  const urlOf = (name: string) => inboxUrl.replace(/[^/]+$/, `${prefix}${name}`);
  return {
    names,
    depthOf: async (name) => await readDepth(client, urlOf(name)),
    agesOf: async (asked) => {
      const ages = await agesOf(asked.map((name) => `${prefix}${name}`));
      return Object.fromEntries(Object.entries(ages).map(([name, age]) => [name.slice(prefix.length), age]));
    },
  };
}

async function readDepth(client: SQSClient, QueueUrl: string): Promise<QueueDepth | undefined> {
  try {
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: Object.values(attributes) });
    const { Attributes = {} } = await client.send(command);
    const countOf = (name: keyof QueueDepth) => Number(Attributes[attributes[name]] ?? 0);
    return { waiting: countOf('waiting'), hidden: countOf('hidden'), delayed: countOf('delayed') };
  } catch {
    // It is shown as not measured; whoever looks after the stack sees it there.
    return undefined;
  }
}
