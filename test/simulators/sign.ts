import { createHmac, createPrivateKey, sign } from 'node:crypto';

type Body = string | Uint8Array;

/** One Standard Webhooks message; `timestamp` in Unix seconds. */
export interface StandardMessage {
  readonly id: string;
  readonly timestamp: number;
  readonly body: Body;
}

/**
 * Headers as a Standard Webhooks sender sets them. Several secrets: one signature each, as while a secret is changed.
 * @param secrets - `whsec_…` or the bare base64.
 */
export function signStandard(secrets: string | readonly string[], message: StandardMessage): Record<string, string> {
  const signed = signedBytes(message);
  const signatures = [secrets].flat().map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return headersOf(message, signatures.join(' '));
}

/** The same with an ed25519 key. @param seed - `whsk_…` or bare base64; its first 32 bytes are the seed. */
export function signStandardV1a(seed: string, message: StandardMessage): Record<string, string> {
  const bytes = Buffer.from(seed.replace(/^whsk_/, ''), 'base64').subarray(0, 32);
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), bytes]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return headersOf(message, `v1a,${sign(null, signedBytes(message), key).toString('base64')}`);
}

function signedBytes({ id, timestamp, body }: StandardMessage): Uint8Array {
  return Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);
}

function headersOf({ id, timestamp }: StandardMessage, signature: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  };
}

/** What Shopify says of a webhook in headers; `triggeredAt` as ISO 8601 in UTC. */
export interface ShopifyAbout {
  readonly topic: string;
  readonly shop: string;
  readonly webhookId: string;
  readonly eventId?: string;
  readonly triggeredAt?: string;
  readonly apiVersion?: string;
}

/** Headers as Shopify sets them. @param secret - The app's client secret, as text. */
export function signShopify(secret: string, body: Body, about: ShopifyAbout): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    'x-shopify-topic': about.topic,
    'x-shopify-shop-domain': about.shop,
    'x-shopify-api-version': about.apiVersion ?? '2026-07',
    'x-shopify-webhook-id': about.webhookId,
    'x-shopify-event-id': about.eventId ?? about.webhookId,
    'x-shopify-triggered-at': about.triggeredAt ?? new Date().toISOString(),
  };
}
