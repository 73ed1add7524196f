import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/**
 * From so many messages on that nobody has taken the inbox is old: ten workers need some ten seconds for them, a hundred on a table that
 * throttles. SQS tells the age of a queue to CloudWatch alone. What failed and waits for its next try is hidden and does not count.
 */
const oldFrom = 1000;
const rememberedMs = 10_000;

/** @returns whether the inbox has more than it can do, so that what can wait should. Asked at most once in ten seconds. */
export function openInboxWatch(client: SQSClient, inboxUrl: string, clock: () => number): () => Promise<boolean> {
  const command = () =>
    new GetQueueAttributesCommand({ QueueUrl: inboxUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
  let known = { isOld: false, until: 0 };
  return async () => {
    if (clock() >= known.until) {
      const { Attributes } = await client.send(command());
      const isOld = Number(Attributes?.ApproximateNumberOfMessages ?? 0) >= oldFrom;
      known = { isOld, until: clock() + rememberedMs };
    }
    return known.isOld;
  };
}
