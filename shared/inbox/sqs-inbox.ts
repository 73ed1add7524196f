import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { InboxMessage, ReadHint } from '#shared/recording/inbox.ts';
import type { Outbound } from '#shared/recording/ports.ts';
import { encodeMessage } from './encode-message.ts';

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

const firstDelaySeconds = 5;
const maxDelaySeconds = 900;

/** Messages to ourselves and hints to `read-store`. A hint that was put back waits longer each time, 15 minutes at most. */
export function openSqsOutbound(client: SQSClient, inbox: Inbox, hintsUrl: string): Outbound {
  return {
    send: inbox.send,
    async hint(hint: ReadHint) {
      const DelaySeconds =
        hint.attempt === 0 ? 0 : Math.min(maxDelaySeconds, firstDelaySeconds * 2 ** (hint.attempt - 1));
      await client.send(
        new SendMessageCommand({ QueueUrl: hintsUrl, MessageBody: JSON.stringify(hint), DelaySeconds }),
      );
    },
  };
}
