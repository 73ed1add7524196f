import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import type { Delivery } from '#shared/sources/source.ts';
import type { InboxMessage } from './inbox-message.ts';

/** The longest text that goes through the queue, in bytes of UTF-8. A delivery that is longer leaves its body in the bucket. */
export const inlineLimitBytes = 240 * 1024;

/**
 * The longest body that goes as it is, in bytes: in base64 it still fits into one billed request to the queue (64 KB), so compressing it would
 * save nothing, and would cost the door a tenth of a webhook's CPU.
 */
const plainLimitBytes = 32 * 1024;

export interface EncodedMessage {
  /** What goes through the queue. */
  readonly text: string;
  /** Set where the text only refers to the body: these bytes must be in the bucket before the text is sent. */
  readonly stored?: { readonly key: string; readonly bytes: Uint8Array };
}

/**
 * An inbox message as the text of a queue message. A delivery's body is encoded (base64), a long one compressed before (zstd), or, where
 * the text would be longer than {@link inlineLimitBytes}, referred to by its key; every other kind is plain JSON.
 */
export function encodeMessage(message: InboxMessage): EncodedMessage {
  if (message.kind !== 'delivery') {
    return { text: toQueueText(message) };
  }
  const { body, ...rest } = message.delivery;
  const { encoding, bytes } = pack(body);
  const whole = toQueueText({ kind: 'delivery', delivery: { ...rest, encoding, body: bytes.toString('base64') } });
  if (Buffer.byteLength(whole) <= inlineLimitBytes) {
    return { text: whole };
  }
  const key = bodyKey(message.delivery);
  return {
    text: toQueueText({ kind: 'delivery', delivery: { ...rest, encoding, bodyRef: { key } } }),
    stored: { key, bytes },
  };
}

function pack(body: Uint8Array): { readonly encoding: 'identity' | 'zstd'; readonly bytes: Buffer } {
  return body.byteLength <= plainLimitBytes
    ? { encoding: 'identity', bytes: Buffer.from(body.buffer, body.byteOffset, body.byteLength) }
    : { encoding: 'zstd', bytes: zstdCompressSync(body) };
}

/**
 * The same for the same delivery, so that a sender's retry writes the same object. The body is part of it, so that another body
 * under an id that was used before cannot take the place of the first.
 */
function bodyKey(delivery: Delivery): string {
  const hash = createHash('sha256').update(delivery.id).update('\0').update(delivery.body).digest('hex');
  return `bodies/${delivery.source}/${delivery.channel}/${hash}`;
}

/** SQS refuses a message that holds one of these two characters; JSON leaves them as they are. */
export function toQueueText(value: unknown): string {
  return JSON.stringify(value).replaceAll('\uFFFE', '\\uFFFE').replaceAll('\uFFFF', '\\uFFFF');
}
