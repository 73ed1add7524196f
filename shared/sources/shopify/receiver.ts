import { deliveryIdOf, hashId } from '../delivery-id.ts';
import type { Identity, Receiver, WebhookRequest } from '../source.ts';
import { keptHeaders, shopifyHeadersOf } from './header-family.ts';
import { verifyShopify } from './verify.ts';

/** Shopify by HTTPS. The webhook id is the same on every retry of one delivery. */
export const shopifyReceiver: Receiver = {
  source: 'shopify',
  keptHeaders,
  verify: (request, secrets, channel) => verifyShopify(request, secrets, channel),
  identify,
  accepted: { status: 200 },
};

function identify({ headers, rawBody }: WebhookRequest): Identity {
  const { webhookId, topic } = shopifyHeadersOf(headers) ?? {};
  return { deliveryId: webhookId ? deliveryIdOf(webhookId) : hashId(rawBody), subject: topic ?? 'unknown' };
}
