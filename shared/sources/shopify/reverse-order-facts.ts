import { readTrackingNumbers } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import { isReadInPart } from '../observed.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';

type ReverseOrder = NonNullable<ReturnState['reverseFulfillmentOrders']>['nodes'][number];

/** What the return's reverse fulfillment orders say: their names, all tracking numbers, the store's own dispositions. */
export function reverseOrderFacts(
  { reverseFulfillmentOrders }: ReturnState,
  { at, origin, merchant, unread }: Reading,
): CaseFact[] {
  const areRead = !isReadInPart(unread, 'content.reverseFulfillmentOrders');
  const orders = reverseFulfillmentOrders?.nodes;
  if (!orders) {
    return areRead ? [] : [{ fact: 'tracking-unreadable', at }];
  }
  const dispositions = areRead ? orders.flatMap(dispositionsOf) : [];
  return [
    ...trackingFacts(orders, areRead, { at, origin, merchant }),
    ...orders.map((order): CaseFact => ({ fact: 'alias', alias: { kind: 'reverse-order', value: order.id }, at })),
    ...(dispositions.length > 0 ? [{ fact: 'store-disposition', dispositions, at } as const] : []),
  ];
}

/**
 * A list without the deliveries says nothing of numbers, and must not take any away. Nor does one with a number that cannot be read: what stood
 * stands, what can be read is added, and a person is called.
 */
function trackingFacts(
  orders: readonly ReverseOrder[],
  areRead: boolean,
  { at, origin, merchant }: Pick<Reading, 'at' | 'origin' | 'merchant'>,
): CaseFact[] {
  if (areRead && !orders.every((order) => order.reverseDeliveries)) {
    return [];
  }
  const tracking = orders.flatMap(
    (order) => order.reverseDeliveries?.nodes.flatMap((each) => each.deliverable?.tracking ?? []) ?? [],
  );
  const read = tracking.map(({ number, carrierName }) => {
    const carrier = carrierName?.trim() ? { carrier: carrierCodeOf(carrierName, merchant) } : {};
    return { ...readTrackingNumbers(number ?? ''), carrier };
  });
  const numbers = read.flatMap((each) =>
    each.kind === 'numbers' ? each.numbers.map(({ number }) => ({ number, ...each.carrier })) : [],
  );
  const isWhole = areRead && read.every(({ kind }) => kind !== 'invalid');
  return [
    ...(isWhole || numbers.length > 0 ? [{ fact: 'tracking', numbers, whole: isWhole, origin, at } as const] : []),
    ...(isWhole ? [] : [{ fact: 'tracking-unreadable', at } as const]),
  ];
}

function dispositionsOf({ lineItems }: ReverseOrder): { type: string; quantity: number; sku?: string }[] {
  return (lineItems?.nodes ?? []).flatMap(({ dispositions, fulfillmentLineItem }) => {
    const sku = fulfillmentLineItem?.lineItem?.sku;
    return (dispositions ?? []).map(({ type, quantity }) => ({
      type: type.toLowerCase(),
      quantity,
      ...(sku && { sku }),
    }));
  });
}
