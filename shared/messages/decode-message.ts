import { zstdDecompressSync } from 'node:zlib';
import type { InboxMessage } from './inbox-message.ts';
import { messageShape, type QueuedMessage } from './message-shape.ts';
import { unreadable } from './unreadable.ts';

/** The longest body that is unpacked: the largest that a merchant may allow. A shorter message cannot blow up into a longer one. */
const maxBodyBytes = 6 * 1024 * 1024;

/** Fetches what {@link EncodedMessage.stored} put away; throws where it is not to be had. */
export type LoadBody = (key: string) => Promise<Uint8Array>;

/**
 * Reads the text of a queue message.
 * @throws Fault `unreadable-message` for a text that no sender of ours wrote.
 */
export async function decodeMessage(text: string, loadBody: LoadBody): Promise<InboxMessage> {
  const message = readShape(text);
  if (message.kind === 'tick') {
    return { kind: 'strike', caseKey: message.caseKey, at: message.tick.at };
  }
  if (message.kind === 'strike') {
    return strikeOf(message);
  }
  if (message.kind !== 'delivery') {
    return message as InboxMessage;
  }
  const { source, channel, id, via, receivedAt, headers, encoding } = message.delivery;
  const packed =
    'body' in message.delivery
      ? Buffer.from(message.delivery.body, 'base64')
      : await loadBody(message.delivery.bodyRef.key);
  const body = encoding === 'zstd' ? unpack(packed) : packed;
  return { kind: 'delivery', delivery: { source, channel, id, via, receivedAt, headers, body } };
}

function strikeOf({ at, caseKey, parcel }: Extract<QueuedMessage, { readonly kind: 'strike' }>): InboxMessage {
  if (parcel !== undefined) {
    return { kind: 'strike', parcel, at };
  }
  if (caseKey === undefined) {
    throw unreadable('not an inbox message: caseKey or parcel (missing)');
  }
  return { kind: 'strike', caseKey, at };
}

function readShape(text: string): QueuedMessage {
  const result = messageShape.safeParse(parseJson(text));
  if (!result.success) {
    const fields = result.error.issues.map((issue) => `${issue.path.join('.') || 'message'} (${issue.code})`);
    throw unreadable(`not an inbox message: ${fields.join(', ')}`);
  }
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('not an inbox message: not JSON');
  }
}

function unpack(packed: Uint8Array): Uint8Array {
  try {
    return zstdDecompressSync(packed, { maxOutputLength: maxBodyBytes });
  } catch {
    throw unreadable(`the body is not zstd, or longer than ${maxBodyBytes} bytes`);
  }
}
