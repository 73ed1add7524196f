import { type AdminLine, type AdminRefund, type AdminReturn, buyersMoneyOf } from './admin-return.ts';

export interface Tracking {
  readonly carrierName: string;
  readonly number: string;
}

/*
 * Bodies of what Shopify posts, written by hand where a number is beyond what JavaScript's own JSON can hold.
 */

export function globalIdOf(number: string): string {
  return `gid://shopify/Return/${number}`;
}

export function returnOf(number: string, state: AdminReturn): string {
  const status = state.status === 'CANCELED' ? 'canceled' : state.status.toLowerCase();
  return `{"id":${number},"admin_graphql_api_id":"${state.id}","order_id":5873921048577,"status":"${status}"}`;
}

export function deliverableOf(number: string, tracking: Tracking): string {
  const { carrierName, number: trackingNumber } = tracking;
  const shipping = {
    label: null,
    tracking: { carrier_name: carrierName, tracking_number: trackingNumber, tracking_url: null },
  };
  return `{"id":310077,"return":{"id":${number},"admin_graphql_api_id":"${globalIdOf(number)}"},"shipping_deliverable":${JSON.stringify(shipping)}}`;
}

export function refundOf(number: string, refund: AdminRefund, line: AdminLine): string {
  const { id, createdAt: at } = refund;
  const transactions = refund.transactions.map(({ status, amount }, index) => ({
    id: 650_099 + index,
    kind: 'refund',
    status: status.toLowerCase(),
    amount,
    currency: line.currency,
    amount_set: {
      shop_money: { amount, currency_code: line.currency },
      presentment_money: {
        amount: buyersMoneyOf(amount, line).amount,
        currency_code: buyersMoneyOf(amount, line).currency,
      },
    },
    processed_at: at,
  }));
  const rest = { created_at: at, processed_at: at, refund_line_items: [], order_adjustments: [], transactions };
  return `{"id":${id.split('/').at(-1)},"admin_graphql_api_id":"${id}","order_id":5873921048577,"return":{"id":${number},"admin_graphql_api_id":"${globalIdOf(number)}"},${JSON.stringify(rest).slice(1)}`;
}
