import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { encodeMessage } from '#shared/messages/encode-message.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';

export interface ReplayQueue {
  send(message: Extract<InboxMessage, { readonly kind: 'replay' }>): Promise<void>;
}

/** The inbox, for messages that name a delivery and hold no body. */
export function openReplayQueue(client: SQSClient, inboxUrl: string): ReplayQueue {
  return {
    send: async (message) => {
      const { text } = encodeMessage(message);
      await client.send(new SendMessageCommand({ QueueUrl: inboxUrl, MessageBody: text }));
    },
  };
}
