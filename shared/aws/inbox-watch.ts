import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/**
 * From so many messages on the inbox is behind: ten workers need some ten seconds for them, a hundred on a table that throttles. SQS tells the
 * age of a queue to CloudWatch alone. What failed and waits for its next try counts, too: after an outage most of the inbox does.
 */
const behindFrom = 1000;
const rememberedMs = 10_000;

/** @returns whether the inbox has more than it can do, so that what can wait should. Asked at most once in ten seconds. */
export function openInboxWatch(client: SQSClient, inboxUrl: string, clock: () => number): () => Promise<boolean> {
  const command = () =>
    new GetQueueAttributesCommand({
      QueueUrl: inboxUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    });
  let known = { isBehind: false, until: 0 };
  return async () => {
    if (clock() >= known.until) {
      const { Attributes = {} } = await client.send(command());
      const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: hidden } = Attributes;
      const isBehind = Number(waiting ?? 0) + Number(hidden ?? 0) >= behindFrom;
      known = { isBehind, until: clock() + rememberedMs };
    }
    return known.isBehind;
  };
}
