import { setTimeout as sleep } from 'node:timers/promises';
import type { AdminLine, AdminReturn, AdminTransaction } from './admin-return.ts';
import { type Answer, postWebhook } from './post-webhook.ts';
import { growingRests, type Habits } from './rests.ts';
import type { ShopifyAdmin } from './shopify-admin.ts';
import { deliverableOf, globalIdOf, refundOf, returnOf, type Tracking } from './shopify-topics.ts';
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
  /** What was attached last is typed anew. */
  retype(number: string, tracking: Tracking, at: Date): Promise<Answer>;
  /** From now on the return has so many lines of another type. */
  putUnverifiedLines(number: string, count: number, at: Date): Promise<Answer>;
  /** What the order went out in, and whether something goes out in exchange. */
  put(number: string, more: Pick<AdminReturn, 'shipments' | 'exchangeLines'>, at: Date): Promise<Answer>;
  dispose(number: string, type: string, at: Date): Promise<Answer>;
  /** @param transactions - The whole sum at once where not given. */
  refund(number: string, at: Date, transactions?: readonly AdminTransaction[]): Promise<Answer>;
  /** All money that was on its way has come. Nothing is posted of it, and the return's order is not changed by it: only who reads again sees it. */
  settle(number: string): void;
  close(number: string, at: Date): Promise<Answer>;
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
    await post({ topic, body: returnOf(number, stateOf(number)), at });
  const tellTracking = async (number: string, tracking: Tracking, at: Date) =>
    await post({ topic: 'reverse_deliveries/attach_deliverable', body: deliverableOf(number, tracking), at });

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
      return await tellTracking(number, tracking, at);
    },
    async retype(number, tracking, at) {
      change(number, at).tracking.splice(-1, 1, { ...tracking, url: null });
      return await tellTracking(number, tracking, at);
    },
    async putUnverifiedLines(number, count, at) {
      change(number, at).unverifiedLines = count;
      return await hint(number, 'returns/update', at);
    },
    async put(number, more, at) {
      Object.assign(change(number, at), more);
      return await hint(number, 'returns/update', at);
    },
    async dispose(number, type, at) {
      const state = change(number, at);
      state.dispositions.push({ type, quantity: state.line.quantity });
      const body = `{"admin_graphql_api_id":"${state.reverseOrderId}"}`;
      return await post({ topic: 'reverse_fulfillment_orders/dispose', body, at });
    },
    async refund(number, at, transactions) {
      const state = change(number, at);
      const id = `gid://shopify/Refund/${number}${state.refunds.length + 1}`;
      const paid = (transactions ?? wholeSumOf(state.line)).map((each) => ({ ...each }));
      const refund = { id, createdAt: at.toISOString(), transactions: paid };
      state.refunds.push(refund);
      return await post({ topic: 'refunds/create', body: refundOf(number, refund, state.line), at });
    },
    settle(number) {
      for (const transaction of stateOf(number).refunds.flatMap(({ transactions }) => transactions)) {
        transaction.status = 'SUCCESS';
      }
    },
    async close(number, at) {
      const state = change(number, at);
      state.status = 'CLOSED';
      state.closedAt = at.toISOString();
      return await hint(number, 'returns/close', at);
    },
  };
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
    unverifiedLines: 0,
    reverseOrderId: `gid://shopify/ReverseFulfillmentOrder/${number}`,
    tracking: [],
    dispositions: [],
    refunds: [],
  };
}

/** All that was paid for the line, at once. */
function wholeSumOf({ price, quantity }: AdminLine): AdminTransaction[] {
  return [{ status: 'SUCCESS', amount: (Number(price) * quantity).toFixed(2) }];
}
