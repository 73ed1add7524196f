import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import { ignored, notUnderstood } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import { parseLossless } from '../parse-lossless.ts';
import type { Delivery, Observed, Observer } from '../source.ts';
import { shopifyHeadersOf } from './header-family.ts';
import { type Hint, observeDisposition, observeReturn, observeReverseDelivery } from './observe-hint.ts';
import { observeRead } from './observe-read.ts';
import { observeRefund } from './observe-refund.ts';

const topics: ReadonlyMap<string, (value: unknown, hint: Hint) => Observed> = new Map([
  ...['request', 'approve', 'decline', 'cancel', 'close', 'reopen', 'update', 'process'].map(
    (each) => [`returns/${each}`, observeReturn] as const,
  ),
  ['reverse_deliveries/attach_deliverable', observeReverseDelivery],
  ['reverse_fulfillment_orders/dispose', observeDisposition],
  ['refunds/create', observeRefund],
  ['disputes/create', observeDispute],
  ['disputes/update', observeDispute],
]);

const ofOrder = /^(?:orders|fulfillments|fulfillment_events)\//;

/** Shopify: webhooks of returns are hints to read the return; what was read, and refunds, are recorded. */
export const shopifyObserver: Observer = { source: 'shopify', revision: 4, observe };

function observe(delivery: Delivery, channel: Channel, merchant: Merchant): Observed {
  return delivery.via === 'read' ? observeRead(delivery, channel, merchant) : observeWebhook(delivery, channel);
}

function observeWebhook({ headers, body, receivedAt }: Delivery, { source, shops: [shop = ''] }: Channel): Observed {
  const { topic = '', triggeredAt = '' } = shopifyHeadersOf(headers) ?? {};
  if (ofOrder.test(topic)) {
    return ignored('an order is read when its return is');
  }
  const observeTopic = topics.get(topic);
  if (!observeTopic) {
    return notUnderstood('the topic is not one that Backhaul reads');
  }
  const parsed = parseBody(body, parseLossless);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason);
  }
  return observeTopic(parsed.value, { source, shop, at: toInstant(triggeredAt) ?? receivedAt });
}

function observeDispute(): Observed {
  return notUnderstood('a dispute names an order and no return; a person must place it');
}
