import type { AdminLine, AdminRefund, AdminReturn } from './admin-return.ts';

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

export function refundOf(number: string, refund: AdminRefund, { currency }: AdminLine): string {
  const { id, createdAt: at } = refund;
  const transactions = refund.transactions.map(({ status, amount }, index) => ({
    id: 650_099 + index,
    kind: 'refund',
    status: status.toLowerCase(),
    amount,
    currency,
    processed_at: at,
  }));
  const rest = { created_at: at, processed_at: at, refund_line_items: [], order_adjustments: [], transactions };
  return `{"id":${id.split('/').at(-1)},"admin_graphql_api_id":"${id}","order_id":5873921048577,"return":{"id":${number},"admin_graphql_api_id":"${globalIdOf(number)}"},${JSON.stringify(rest).slice(1)}`;
}
