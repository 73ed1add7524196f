import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Unpublishable } from '#shared/publishing/publish-changes.ts';

/** An SQS queue of changes that can never be published, each whole, with the reason. */
export function openUnpublishableQueue(client: SQSClient, queueUrl: string): Unpublishable {
  return {
    keep: async (change, reason) => {
      await client.send(
        new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ reason, change }) }),
      );
    },
  };
}
