import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { encodeMessage } from '#shared/messages/encode-message.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { Outbound } from '#shared/recording/ports.ts';
import { type HintQueues, openHintQueues } from './hint-queues.ts';

/** Where bodies go that are too long for the queue. */
export interface BodyPut {
  put(key: string, bytes: Uint8Array): Promise<void>;
}

export interface Inbox {
  send(message: InboxMessage): Promise<void>;
}

/** The inbox as an SQS queue: one call a message, two where the body goes by reference. Throws when either cannot be reached. */
export function openSqsInbox(client: SQSClient, inboxUrl: string, bodies: BodyPut): Inbox {
  return {
    async send(message) {
      const { text, stored } = encodeMessage(message);
      if (stored) {
        // First the body, then the message: the reader never finds a reference to nothing.
        await bodies.put(stored.key, stored.bytes);
      }
      await client.send(new SendMessageCommand({ QueueUrl: inboxUrl, MessageBody: text }));
    },
  };
}

/** Messages to ourselves and hints to `read-store`. */
export function openSqsOutbound(client: SQSClient, inbox: Inbox, hintQueues: HintQueues): Outbound {
  return { send: inbox.send, hint: openHintQueues(client, hintQueues) };
}
