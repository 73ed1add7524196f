import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { InboxMessage } from '#shared/recording/inbox.ts';

type Tick = Extract<InboxMessage, { readonly kind: 'tick' }>;

/** The inbox for a sender of ticks alone: they are short, so it needs no place for bodies and no right to one. */
export function openTickQueue(client: SQSClient, inboxUrl: string): { send(tick: Tick): Promise<void> } {
  return {
    async send(tick) {
      await client.send(new SendMessageCommand({ QueueUrl: inboxUrl, MessageBody: JSON.stringify(tick) }));
    },
  };
}
