import { readTrackingNumbers } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import type { Unread } from '../source.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';

type ReverseOrder = NonNullable<ReturnState['reverseFulfillmentOrders']>['nodes'][number];

/** What the return's reverse fulfillment orders say: their names, all tracking numbers, the store's own dispositions. */
export function reverseOrderFacts(
  { reverseFulfillmentOrders }: ReturnState,
  { at, origin, merchant, unread }: Reading,
): CaseFact[] {
  const areNumbersRead = areAllRead(unread, 'reverseDeliveries');
  const orders = reverseFulfillmentOrders?.nodes;
  if (!orders) {
    return areNumbersRead ? [] : [{ fact: 'tracking-unreadable', at }];
  }
  const dispositions = areAllRead(unread, 'lineItems') ? orders.flatMap(dispositionsOf) : [];
  return [
    ...trackingFacts(orders, areNumbersRead, { at, origin, merchant }),
    ...orders.map((order): CaseFact => ({ fact: 'alias', alias: { kind: 'reverse-order', value: order.id }, at })),
    ...(dispositions.length > 0 ? [{ fact: 'store-disposition', dispositions, at } as const] : []),
  ];
}

const ofOrders = 'content.reverseFulfillmentOrders';
const memberOfOrder = /^content\.reverseFulfillmentOrders\.nodes\.\d+\.(\w+)/;

/** True unless one of the orders, or this member of one, could not be read; a number does without the name of its carrier. */
function areAllRead(unread: readonly Unread[], member: 'reverseDeliveries' | 'lineItems'): boolean {
  return !unread
    .map(({ path, gone = path }) => gone)
    .filter((gone) => gone === ofOrders || gone.startsWith(`${ofOrders}.`))
    .some((gone) => (memberOfOrder.exec(gone)?.[1] ?? member) === member && !gone.endsWith('.carrierName'));
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
  const tracking = orders.flatMap(
    (order) => order.reverseDeliveries?.nodes.flatMap((each) => each.deliverable?.tracking ?? []) ?? [],
  );
  const read = tracking.map(({ number, carrierName, url }) => {
    const carrier = carrierName ? { carrier: carrierCodeOf(carrierName, merchant) } : {};
    return { ...readTrackingNumbers(number ?? ''), carrier, isLinked: Boolean(url) };
  });
  const numbers = read.flatMap((each) =>
    each.kind === 'numbers' ? each.numbers.map(({ number }) => ({ number, ...each.carrier })) : [],
  );
  // A parcel that has a link and no number has one that is not told.
  const areNumbers =
    areRead && read.every(({ kind, isLinked }) => kind === 'numbers' || (kind === 'placeholder' && !isLinked));
  const isWhole = areNumbers && orders.every((order) => order.reverseDeliveries);
  return [
    ...(isWhole || numbers.length > 0 ? [{ fact: 'tracking', numbers, whole: isWhole, origin, at } as const] : []),
    ...(areNumbers ? [] : [{ fact: 'tracking-unreadable', at } as const]),
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
