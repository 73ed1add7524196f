import { createHash } from 'node:crypto';
import type { Channel } from '#shared/merchant/merchant.ts';
import { equalBytes } from '../equal-bytes.ts';
import type { SigningSecrets, Verification, WebhookRequest } from '../source.ts';

/**
 * `event-sign` is the lower-case hex of md5(app key + raw body + app secret), and `app-id` the app key (platforms-cn.md, 2 (b)).
 * The body names the shop, which is looked at when the message is understood. No time is signed: a replayed message is a known delivery.
 */
export function verifyDoudian(
  { headers, rawBody }: WebhookRequest,
  { current, previous }: SigningSecrets,
  { appKey }: Channel,
): Verification {
  if (!appKey) {
    return refuse('the channel has no appKey');
  }
  if (headers['app-id'] !== appKey) {
    return refuse('the app-id header is not the app key of this channel');
  }
  const signature = Buffer.from(headers['event-sign'] ?? '');
  const isGenuine = [current, previous].some((secret) => {
    return secret && equalBytes(Buffer.from(signatureOf(appKey, rawBody, secret)), signature);
  });
  return isGenuine ? { ok: true } : refuse('no signature matches');
}

function refuse(reason: string): Verification {
  return { ok: false, reason };
}

/** MD5 is the sender's choice. */
function signatureOf(appKey: string, rawBody: Uint8Array, secret: string): string {
  return createHash('md5').update(appKey).update(rawBody).update(secret).digest('hex');
}
