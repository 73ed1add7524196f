import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { faultsOf, notUnderstood, saying } from '../observed.ts';
import type { Observed, Saying } from '../source.ts';
import { type Confirm, confirmShape } from './confirm-shape.ts';
import { type Context, foreignFault, messageIdOf } from './context.ts';
import { numbersIn } from './express-numbers.ts';
import { type Booking, goodsFacts } from './goods-facts.ts';
import { isOurOrder } from './our-order.ts';
import { inOurSkus } from './our-skus.ts';
import { splitQuantities } from './split-quantities.ts';

/** `returnorder.confirm`: goods booked in, with the result of their check. Each confirm counts. */
export function observeConfirm(value: unknown, context: Context): Observed {
  const read = confirmShape.safeParse(value);
  if (!read.success) {
    return notUnderstood(faultsOf(read.error));
  }
  const { returnOrder, orderLines } = read.data;
  const ownerCodes = orderLines.orderLine.map((line) => line.ownerCode);
  const fault = foreignFault(context, { warehouseCode: returnOrder.warehouseCode, ownerCodes });
  if (fault !== undefined) {
    return notUnderstood(fault);
  }
  const split = splitQuantities(orderLines.orderLine);
  const ours = split.ok ? inOurSkus(split.parts, context.warehouse) : split;
  if (!ours.ok) {
    return notUnderstood(ours.reason);
  }
  const id = messageIdOf(returnOrder.returnOrderCode, returnOrder.outBizCode, value);
  const booking = bookingOf(id, returnOrder, context);
  return place(returnOrder, context, booking, goodsFacts(booking, ours.parts));
}

function bookingOf(id: string, { orderConfirmTime, confirmType }: Confirm['returnOrder'], context: Context): Booking {
  return {
    id,
    warehouseId: context.warehouse.id,
    at: orderConfirmTime ?? context.delivery.receivedAt,
    isPartial: confirmType === moreToFollow,
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
  { returnOrderCode, orderType, expressCode }: Confirm['returnOrder'],
  { warehouse }: Context,
  { id, warehouseId, at }: Booking,
  facts: readonly GoodsFact[],
): Observed {
  const [number, ...more] = numbersIn(expressCode);
  const isOurs = isOurOrder(returnOrderCode, warehouse) && orderType !== headlessReturn;
  if (!isOurs && number !== undefined && more.length === 0) {
    return saying({ about: 'parcel', number, facts });
  }
  const came = { fact: 'received', receiptId: `${id}/dock`, warehouseId, at } as const;
  const parcels = (number === undefined ? [] : [number, ...more]).map(
    (each): Saying => ({ about: 'parcel', number: each, facts: [came] }),
  );
  const alias = { kind: 'wms-order', value: `${warehouse.id}/${returnOrderCode}` } as const;
  return saying(...parcels, { about: 'case', ref: { alias }, facts });
}

/** 无头件: a parcel that the warehouse could not match with any order, and made one for. */
const headlessReturn = 'WTJTHRK';
