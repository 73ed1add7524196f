import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, postWebhook } from './post-webhook.ts';
import { growingRests, type Habits } from './rests.ts';
import type { AdminLine, AdminReturn, ShopifyAdmin } from './shopify-admin.ts';
import { signShopify } from './sign.ts';

export interface ShopifyStoreOptions extends Habits {
  readonly webhooksUrl: string;
  readonly channel: string;
  readonly shop: string;
  readonly secretOf: () => Promise<string>;
  readonly admin: ShopifyAdmin;
  readonly run: string;
}

export interface ShopifyStore {
  readonly shop: string;
  readonly counts: { sent: number; accepted: number };
  /** A buyer asks for a return. @param order - Its name, `#1042`. @returns the return's number. */
  request(line: AdminLine, at: Date, order?: string): Promise<string>;
  approve(number: string, at: Date): Promise<Answer>;
  decline(number: string, at: Date): Promise<Answer>;
  cancel(number: string, at: Date): Promise<Answer>;
  attach(number: string, tracking: Tracking, at: Date): Promise<Answer>;
  dispose(number: string, type: string, at: Date): Promise<Answer>;
  refund(number: string, at: Date): Promise<Answer>;
  close(number: string, at: Date): Promise<Answer>;
}

interface Tracking {
  readonly carrierName: string;
  readonly number: string;
}

/** What is posted, and when it was triggered. */
interface Topic {
  readonly topic: string;
  readonly body: string;
  readonly at: Date;
}

/** Shopify waits no longer. */
const answerWithinMs = 5000;
/** Shopify tries again for hours; here sooner. */
const usualRests = growingRests({ firstMs: 500, tries: 8 });

/** A Shopify shop: changes its returns at the simulated Admin API and posts the signed topics that Shopify posts, which tell little. */
export function createShopifyStore(options: ShopifyStoreOptions): ShopifyStore {
  const { admin, shop, restAfter = usualRests, post: send = postWebhook } = options;
  const counts = { sent: 0, accepted: 0 };
  let next = BigInt(Date.now()) * 10_000n + 9_000_000_000_000_000_000n;
  let webhooks = 0;

  async function post({ topic, body: text, at }: Topic): Promise<Answer> {
    webhooks += 1;
    counts.sent += 1;
    const body = Buffer.from(text);
    const webhookId = `${options.run}-${String(webhooks).padStart(12, '0')}`;
    const headers = signShopify(await options.secretOf(), body, {
      topic,
      shop,
      webhookId,
      triggeredAt: at.toISOString(),
    });
    const posting = {
      url: `${options.webhooksUrl}/shopify/${options.channel}`,
      headers,
      body,
      timeoutMs: answerWithinMs,
    };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await send(posting);
      const restMs = answer.status < 300 ? undefined : restAfter(attempt);
      if (restMs === undefined) {
        counts.accepted += answer.status < 300 ? 1 : 0;
        return answer;
      }
      await sleep(restMs);
    }
  }

  const stateOf = (number: string): AdminReturn => {
    const state = admin.returns.get(globalIdOf(number));
    if (!state) {
      throw new Error(`the simulated shop has no return ${number}`);
    }
    return state;
  };
  const change = (number: string, at: Date): AdminReturn =>
    Object.assign(stateOf(number), { updatedAt: at.toISOString() });
  const hint = async (number: string, topic: string, at: Date) =>
    await post({ topic, body: bodyOf(number, stateOf(number)), at });

  return {
    shop,
    counts,
    async request(line, at, order = '#1042') {
      next += 1n;
      const number = String(next);
      admin.returns.set(globalIdOf(number), newReturn(number, line, at, order));
      await hint(number, 'returns/request', at);
      return number;
    },
    async approve(number, at) {
      change(number, at).status = 'OPEN';
      return await hint(number, 'returns/approve', at);
    },
    async decline(number, at) {
      change(number, at).status = 'DECLINED';
      return await hint(number, 'returns/decline', at);
    },
    async cancel(number, at) {
      change(number, at).status = 'CANCELED';
      return await hint(number, 'returns/cancel', at);
    },
    async attach(number, tracking, at) {
      change(number, at).tracking.push({ ...tracking, url: null });
      return await post({ topic: 'reverse_deliveries/attach_deliverable', body: deliverableOf(number, tracking), at });
    },
    async dispose(number, type, at) {
      const state = change(number, at);
      state.dispositions.push({ type, quantity: state.line.quantity });
      const body = `{"admin_graphql_api_id":"${state.reverseOrderId}"}`;
      return await post({ topic: 'reverse_fulfillment_orders/dispose', body, at });
    },
    async refund(number, at) {
      return await post({ topic: 'refunds/create', body: refundOf(number, change(number, at), at), at });
    },
    async close(number, at) {
      const state = change(number, at);
      state.status = 'CLOSED';
      state.closedAt = at.toISOString();
      return await hint(number, 'returns/close', at);
    },
  };
}

function globalIdOf(number: string): string {
  return `gid://shopify/Return/${number}`;
}

function newReturn(number: string, line: AdminLine, at: Date, order: string): AdminReturn {
  return {
    id: globalIdOf(number),
    name: `${order}-R${number.slice(-3)}`,
    status: 'REQUESTED',
    createdAt: at.toISOString(),
    closedAt: null,
    updatedAt: at.toISOString(),
    order: { id: 'gid://shopify/Order/5873921048577', name: order },
    line,
    reverseOrderId: `gid://shopify/ReverseFulfillmentOrder/${number}`,
    tracking: [],
    dispositions: [],
  };
}

/** Written by hand: the number is beyond what JavaScript's own JSON can hold. */
function bodyOf(number: string, state: AdminReturn): string {
  const status = state.status === 'CANCELED' ? 'canceled' : state.status.toLowerCase();
  return `{"id":${number},"admin_graphql_api_id":"${state.id}","order_id":5873921048577,"status":"${status}"}`;
}

function deliverableOf(number: string, tracking: Tracking): string {
  const { carrierName, number: trackingNumber } = tracking;
  const shipping = {
    label: null,
    tracking: { carrier_name: carrierName, tracking_number: trackingNumber, tracking_url: null },
  };
  return `{"id":310077,"return":{"id":${number},"admin_graphql_api_id":"${globalIdOf(number)}"},"shipping_deliverable":${JSON.stringify(shipping)}}`;
}

function refundOf(number: string, { line }: AdminReturn, paidAt: Date): string {
  const at = paidAt.toISOString();
  const amount = (Number(line.price) * line.quantity).toFixed(2);
  const transaction = {
    id: 650_099,
    kind: 'refund',
    status: 'success',
    amount,
    currency: line.currency,
    processed_at: at,
  };
  const rest = {
    created_at: at,
    processed_at: at,
    refund_line_items: [],
    order_adjustments: [],
    transactions: [transaction],
  };
  return `{"id":${number},"admin_graphql_api_id":"gid://shopify/Refund/${number}","order_id":5873921048577,"return":{"id":${number},"admin_graphql_api_id":"${globalIdOf(number)}"},${JSON.stringify(rest).slice(1)}`;
}
