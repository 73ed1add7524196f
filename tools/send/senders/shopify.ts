import { signShopify } from '../../../test/simulators/sign.ts';
import { fixtureText } from '../fixture.ts';
import type { SampleSender } from '../sample-sender.ts';

const topics = [
  'returns/request',
  'returns/approve',
  'returns/decline',
  'returns/cancel',
  'returns/close',
  'returns/update',
  'reverse_deliveries/attach_deliverable',
  'reverse_fulfillment_orders/dispose',
  'refunds/create',
];

/** Shopify: each topic's documented body. Most only hint, and the return is then read at the shop's Admin API. */
export const shopifySender: SampleSender = {
  source: 'shopify',
  content: 'the body',
  types: Object.fromEntries(topics.map((topic) => [topic, undefined])),
  sampleOf: (topic) => JSON.parse(fixtureText(`shopify/${topic.replaceAll(/[/_]/g, '-')}`)),
  post: (topic, content, { channel, secret, run, now }) => {
    const body = Buffer.from(JSON.stringify(content));
    const about = { topic, shop: channel.shops[0] ?? '', webhookId: `sample-${run}`, triggeredAt: now.toISOString() };
    return { headers: signShopify(secret, body, about), body };
  },
};
