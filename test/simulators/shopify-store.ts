import type { AdminLine, AdminReturn, ShopifyAdmin } from './shopify-admin.ts';
import { signShopify } from './sign.ts';
import { type Answer, postWebhook } from './standard-sender.ts';

export interface ShopifyStoreOptions {
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
  /** A buyer asks for a return. @returns its number. */
  request(line: AdminLine): Promise<string>;
  approve(number: string): Promise<Answer>;
  attach(number: string, tracking: { readonly carrierName: string; readonly number: string }): Promise<Answer>;
  dispose(number: string, type: string): Promise<Answer>;
  refund(number: string): Promise<Answer>;
  close(number: string): Promise<Answer>;
  /** Posts a topic about a return again, under a new webhook id. */
  hint(number: string, topic: string): Promise<Answer>;
}

/** A Shopify shop: changes its returns at the simulated Admin API and posts the signed topics that Shopify posts, which tell little. */
export function createShopifyStore(options: ShopifyStoreOptions): ShopifyStore {
  const { admin, shop } = options;
  const counts = { sent: 0, accepted: 0 };
  let next = BigInt(Date.now()) * 10_000n + 9_000_000_000_000_000_000n;
  let webhooks = 0;

  async function post(topic: string, bodyText: string): Promise<Answer> {
    webhooks += 1;
    counts.sent += 1;
    const body = Buffer.from(bodyText);
    const webhookId = `${options.run}-${String(webhooks).padStart(12, '0')}`;
    const headers = signShopify(await options.secretOf(), body, { topic, shop, webhookId });
    const answer = await postWebhook(`${options.webhooksUrl}/shopify/${options.channel}`, headers, body);
    counts.accepted += answer.status < 300 ? 1 : 0;
    return answer;
  }

  const stateOf = (number: string): AdminReturn => {
    const state = admin.returns.get(globalIdOf(number));
    if (!state) {
      throw new Error(`the simulated shop has no return ${number}`);
    }
    return state;
  };
  const hint = (number: string, topic: string) => post(topic, bodyOf(number, stateOf(number)));

  return {
    shop,
    counts,
    hint,
    async request(line) {
      next += 1n;
      const number = String(next);
      admin.returns.set(globalIdOf(number), newReturn(number, line));
      await hint(number, 'returns/request');
      return number;
    },
    approve(number) {
      stateOf(number).status = 'OPEN';
      return hint(number, 'returns/approve');
    },
    attach(number, tracking) {
      stateOf(number).tracking.push({ ...tracking, url: null });
      return post('reverse_deliveries/attach_deliverable', deliverableOf(number, tracking));
    },
    dispose(number, type) {
      const state = stateOf(number);
      state.dispositions.push({ type, quantity: state.line.quantity });
      return post('reverse_fulfillment_orders/dispose', `{"admin_graphql_api_id":"${state.reverseOrderId}"}`);
    },
    refund(number) {
      return post('refunds/create', refundOf(number, stateOf(number)));
    },
    close(number) {
      const state = stateOf(number);
      state.status = 'CLOSED';
      state.closedAt = new Date().toISOString();
      return hint(number, 'returns/close');
    },
  };
}

function globalIdOf(number: string): string {
  return `gid://shopify/Return/${number}`;
}

function newReturn(number: string, line: AdminLine): AdminReturn {
  return {
    id: globalIdOf(number),
    name: `#1042-R${number.slice(-3)}`,
    status: 'REQUESTED',
    createdAt: new Date().toISOString(),
    closedAt: null,
    order: { id: 'gid://shopify/Order/5873921048577', name: '#1042' },
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

function deliverableOf(number: string, tracking: { readonly carrierName: string; readonly number: string }): string {
  const { carrierName, number: trackingNumber } = tracking;
  const shipping = { label: null, tracking: { carrier_name: carrierName, tracking_number: trackingNumber, tracking_url: null } };
  return `{"id":310077,"return":{"id":${number},"admin_graphql_api_id":"${globalIdOf(number)}"},"shipping_deliverable":${JSON.stringify(shipping)}}`;
}

function refundOf(number: string, { line }: AdminReturn): string {
  const at = new Date().toISOString();
  const amount = (Number(line.price) * line.quantity).toFixed(2);
  const transaction = { id: 650_099, kind: 'refund', status: 'success', amount, currency: line.currency, processed_at: at };
  const rest = { created_at: at, processed_at: at, refund_line_items: [], order_adjustments: [], transactions: [transaction] };
  return `{"id":${number},"admin_graphql_api_id":"gid://shopify/Refund/${number}","order_id":5873921048577,"return":{"id":${number},"admin_graphql_api_id":"${globalIdOf(number)}"},${JSON.stringify(rest).slice(1)}`;
}
