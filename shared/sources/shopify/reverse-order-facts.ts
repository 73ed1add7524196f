import type { CaseFact } from '#shared/returns/case/facts.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import { readTrackingNumber } from '../tracking-number.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';

type ReverseOrder = NonNullable<ReturnState['reverseFulfillmentOrders']>['nodes'][number];

/** What the return's reverse fulfillment orders say: their names, all tracking numbers, the store's own dispositions. */
export function reverseOrderFacts(
  { reverseFulfillmentOrders }: ReturnState,
  { at, origin, merchant }: Reading,
): CaseFact[] {
  const orders = reverseFulfillmentOrders?.nodes;
  if (!orders) {
    return [];
  }
  const dispositions = orders.flatMap(dispositionsOf);
  // A list without the deliveries says nothing of numbers, and must not take any away.
  const isWhole = orders.every((order) => order.reverseDeliveries);
  return [
    ...(isWhole ? [{ fact: 'tracking', numbers: numbersOf(orders, merchant), whole: true, origin, at } as const] : []),
    ...orders.map((order): CaseFact => ({ fact: 'alias', alias: { kind: 'reverse-order', value: order.id }, at })),
    ...(dispositions.length > 0 ? [{ fact: 'store-disposition', dispositions, at } as const] : []),
  ];
}

function numbersOf(
  orders: readonly ReverseOrder[],
  merchant: Reading['merchant'],
): { number: string; carrier?: string }[] {
  const tracking = orders.flatMap(
    (order) => order.reverseDeliveries?.nodes.flatMap((each) => each.deliverable?.tracking ?? []) ?? [],
  );
  return tracking.flatMap(({ number, carrierName }) => {
    const read = readTrackingNumber(number ?? '');
    const carrier = carrierName?.trim() ? { carrier: carrierCodeOf(carrierName, merchant) } : {};
    return read.kind === 'number' ? [{ number: read.number, ...carrier }] : [];
  });
}

function dispositionsOf({ lineItems }: ReverseOrder): { type: string; quantity: number; sku?: string }[] {
  return (lineItems?.nodes ?? []).flatMap(({ dispositions, fulfillmentLineItem }) => {
    const sku = fulfillmentLineItem?.lineItem?.sku?.trim();
    return (dispositions ?? []).map(({ type, quantity }) => ({
      type: type.toLowerCase(),
      quantity,
      ...(sku && { sku }),
    }));
  });
}
