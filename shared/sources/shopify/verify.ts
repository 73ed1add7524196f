import { createHmac } from 'node:crypto';
import type { Channel } from '#shared/merchant/merchant.ts';
import { equalBytes } from '../equal-bytes.ts';
import type { SigningSecrets, Verification, WebhookRequest } from '../source.ts';
import { decodeBase64 } from '../strict-base64.ts';
import { shopifyHeadersOf } from './header-family.ts';

/** `returns/request`, and the newer ones with a dot: `customer.tags_added`. */
const topicForm = /^[a-z_]{1,60}[/.][a-z_]{1,60}$/;
/** Without a comma, which is how a gateway joins a header that came twice. */
const idForm = /^[\x21-\x2b\x2d-\x7e]{1,256}$/;

/**
 * base64(HMAC-SHA256(app secret as text, raw body)). Only the body is signed: the shop in the header must be the channel's own,
 * or one shop's webhook could be posted to another's channel.
 */
export function verifyShopify(
  { headers, rawBody }: WebhookRequest,
  secrets: SigningSecrets,
  channel: Channel,
): Verification {
  const given = shopifyHeadersOf(headers);
  if (!given) {
    return refuse('headers of both families are there');
  }
  const { signature, topic, shop, webhookId } = given;
  if (!signature || !topic || !shop || !webhookId) {
    return refuse('a signature, topic, shop or webhook id header is missing');
  }
  const bytes = decodeBase64(signature);
  const isGenuine =
    bytes !== undefined &&
    [secrets.current, secrets.previous].some((secret) => secret && isSignedWith(secret, rawBody, bytes));
  if (!isGenuine) {
    return refuse('no signature matches');
  }
  if (!topicForm.test(topic) || !idForm.test(webhookId)) {
    return refuse('the topic or webhook id header is malformed');
  }
  return shop.toLowerCase() === channel.shops[0]?.toLowerCase()
    ? { ok: true }
    : refuse('the webhook is of another shop');
}

function refuse(reason: string): Verification {
  return { ok: false, reason };
}

function isSignedWith(secret: string, rawBody: Uint8Array, signature: Uint8Array): boolean {
  return equalBytes(createHmac('sha256', secret).update(rawBody).digest(), signature);
}
