import type { ReadNumber } from '#shared/identifiers/tracking-number.ts';
import { trackingNumbersIn } from '#shared/identifiers/tracking-numbers.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { inPart, isReadInPart, notUnderstood, reasonOf, saying } from '../observed.ts';
import { readInPart } from '../read-in-part.ts';
import type { Observed, Saying, Unread } from '../source.ts';
import { type Confirm, confirmLists, confirmShape, confirmTelling } from './confirm-shape.ts';
import { type Context, foreignFault, messageIdOf } from './context.ts';
import { withLists } from './fields.ts';
import { type Booking, goodsFacts } from './goods-facts.ts';
import { isOurOrder } from './our-order.ts';
import { inOurSkus } from './our-skus.ts';
import { splitQuantities } from './split-quantities.ts';

/** `returnorder.confirm`: goods booked in, with the result of their check. Each confirm counts. */
export function observeConfirm(value: unknown, context: Context): Observed {
  const read = readInPart(confirmShape, withLists(value, confirmLists), { telling: confirmTelling });
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const { returnOrder, orderLines: { orderLine: lines = [] } = {} } = read.value;
  const ownerCodes = lines.map((line) => line.ownerCode);
  const fault = foreignFault(context, { warehouseCode: returnOrder.warehouseCode, ownerCodes });
  if (fault !== undefined) {
    return notUnderstood(fault);
  }
  const split = splitQuantities(lines);
  if (!split.ok) {
    return notUnderstood(split.reason);
  }
  const ours = inOurSkus(split.parts, context.warehouse);
  const { numbers, rest } = trackingNumbersIn(returnOrder.expressCode ?? '');
  const unread = [
    ...read.unread,
    ...(lines.length > 0 || isReadInPart(read.unread, 'orderLines') ? [] : [noLines]),
    ...(ours.isAmbiguous ? [ambiguous] : []),
    ...(rest.length > 0 ? [noNumber] : []),
  ];
  if (ours.parts.length === 0 && isReadInPart(unread, 'orderLines')) {
    return notUnderstood(reasonOf(unread));
  }
  const id = messageIdOf(returnOrder.returnOrderCode, returnOrder.outBizCode, value);
  const booking = bookingOf(id, returnOrder, context, unread);
  return inPart(place({ ...returnOrder, numbers }, context, booking, goodsFacts(booking, ours.parts)), unread);
}

const noLines: Unread = {
  path: 'orderLines',
  expected: 'must have an orderLine; of goods that did not come, with an actualQty of 0',
};
const noNumber: Unread = { path: 'returnOrder.expressCode', expected: 'must be a tracking number, or several' };
const ambiguous: Unread = {
  path: 'orderLines.orderLine.itemCode',
  expected: 'stands for several SKUs in the skuMap of this warehouse',
};

/** Where some of its lines could not be read, it is as if more of them were to follow: what is in it counts, and nothing is short. */
function bookingOf(
  id: string,
  { orderConfirmTime, confirmType }: Confirm['returnOrder'],
  { warehouse, delivery }: Context,
  unread: readonly Unread[],
): Booking {
  const isInPart = ['orderLines', 'returnOrder.confirmType'].some((member) => isReadInPart(unread, member));
  return {
    id,
    warehouseId: warehouse.id,
    at: orderConfirmTime ?? delivery.receivedAt,
    isPartial: confirmType === moreToFollow || isInPart,
  };
}

/** `confirmType` of an order that is booked in several times; without one a confirm is the last (platforms-cn.md, 4(c)). */
const moreToFollow = '1';

/**
 * The goods of an order of ours are its case's, whatever else is in the parcel: several orders may be confirmed out of one. Its parcel only hears
 * that it came, under an id of its own, or the case would take its goods for said twice. An order that someone else made
 * leads to no case: there the goods are the parcel's, and only where no one parcel is named, of whichever case goes by that code.
 */
function place(
  { returnOrderCode, orderType, numbers }: Confirm['returnOrder'] & { readonly numbers: readonly ReadNumber[] },
  { warehouse }: Context,
  { id, warehouseId, at }: Booking,
  facts: readonly GoodsFact[],
): Observed {
  const [first, ...more] = numbers;
  const isOurs = isOurOrder(returnOrderCode, warehouse) && orderType !== headlessReturn;
  if (!isOurs && first !== undefined && more.length === 0) {
    return saying({ about: 'parcel', number: first.number, facts: facts.map((fact) => seenOn(fact, first)) });
  }
  const came = { fact: 'received', receiptId: `${id}/dock`, warehouseId, at } as const;
  const parcels = numbers.map(
    (each): Saying => ({ about: 'parcel', number: each.number, facts: [seenOn(came, each)] }),
  );
  const alias = { kind: 'wms-order', value: `${warehouse.id}/${returnOrderCode}` } as const;
  return saying(...parcels, { about: 'case', ref: { alias }, facts });
}

function seenOn(fact: GoodsFact, { seen }: ReadNumber): GoodsFact {
  return seen ? { ...fact, seen } : fact;
}

/** 无头件: a parcel that the warehouse could not match with any order, and made one for. */
const headlessReturn = 'WTJTHRK';
