import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { toInstant } from '#shared/returns/record/instant.ts';

/** A Standard Webhooks message as the door took it, received when it says it was so. */
export function standardMessage(
  channel: string,
  id: string,
  type: string,
  timestamp: string,
  data: object,
): InboxMessage {
  return {
    kind: 'delivery',
    delivery: {
      source: 'standard',
      channel,
      id,
      via: 'webhook',
      receivedAt: toInstant(timestamp)!,
      headers: {},
      body: Buffer.from(JSON.stringify({ type, timestamp, data })),
    },
  };
}
