import type { ReadNumber } from '#shared/identifiers/tracking-number.ts';
import { trackingNumbersIn } from '#shared/identifiers/tracking-numbers.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { inPart, isReadInPart, isUnread, notUnderstood, reasonOf, saying } from '../observed.ts';
import { readInPart } from '../read-in-part.ts';
import type { Observed, Saying, Unread } from '../source.ts';
import { type Confirm, type ConfirmLine, confirmLists, confirmShape, confirmTelling } from './confirm-shape.ts';
import { type Context, foreignFault, messageIdOf } from './context.ts';
import { withLists } from './fields.ts';
import { arrival, type Booking, goodsFacts } from './goods-facts.ts';
import { isOurOrder } from './our-order.ts';
import { inOurSkus, type OurPart } from './our-skus.ts';
import { type Part, splitQuantities } from './split-quantities.ts';

/** `returnorder.confirm`: goods booked in, with the result of their check. Each confirm counts. */
export function observeConfirm(value: unknown, context: Context): Observed {
  const read = readInPart(confirmShape, withLists(value, confirmLists), { telling: confirmTelling });
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const { returnOrder } = read.value;
  const ownerCodes = linesOf(read.value).map((line) => line.ownerCode);
  const foreign = foreignFault(context, { warehouseCode: returnOrder.warehouseCode, ownerCodes });
  if (foreign !== undefined) {
    return notUnderstood(foreign);
  }
  const goods = goodsIn(read.value, read.unread, context);
  if ('fault' in goods) {
    return notUnderstood(goods.fault);
  }
  if (isPlaceUnread(returnOrder, context, goods.unread)) {
    return notUnderstood(reasonOf(goods.unread));
  }
  const id = messageIdOf(returnOrder.returnOrderCode, returnOrder.outBizCode, toldApartBy(returnOrder, goods.counted));
  return place(returnOrder, context, goodsFactsOf(id, returnOrder, context, goods));
}

/**
 * When the goods were booked in, which they are and how many, and in which parcels they came: a second delivery of the same goods differs in its time,
 * or in its parcel. Two that differ in none of these are one that was sent twice. Remarks, the order of lines and `2.0` for `2` make no other report of it; nor
 * does whether more is to follow, in which one that is sent again may differ: only where no time tells two deliveries apart, it does.
 */
function toldApartBy(
  { orderConfirmTime, expressCode, confirmType }: Confirm['returnOrder'],
  counted: readonly Part[],
): unknown {
  const lines = counted.map(({ itemCode, type, quantity }) => JSON.stringify([itemCode, type, quantity]));
  const parcels = trackingNumbersIn(expressCode ?? '').numbers.map(({ number }) => number);
  const when = orderConfirmTime ? { orderConfirmTime } : { isLast: confirmType !== moreToFollow };
  return { ...when, lines: lines.sort(), parcels: parcels.sort() };
}

interface GoodsRead {
  readonly parts: readonly OurPart[];
  /** The same in the codes of the warehouse, as it counted them. */
  readonly counted: readonly Part[];
  readonly unread: readonly Unread[];
}

function goodsIn(
  confirm: Confirm,
  broken: readonly Unread[],
  { warehouse }: Context,
): GoodsRead | { readonly fault: string } {
  const lines = linesOf(confirm);
  const split = splitQuantities(lines);
  if (!split.ok) {
    return { fault: split.reason };
  }
  const { parts, isAmbiguous } = inOurSkus(split.parts, warehouse);
  const unread = [
    ...broken,
    ...(lines.length > 0 || isReadInPart(broken, 'orderLines') ? [] : [noLines]),
    ...(isAmbiguous ? [ambiguous] : []),
  ];
  return parts.length > 0 || hasCome(confirm, unread)
    ? { parts, counted: split.parts, unread }
    : { fault: reasonOf(unread) };
}

function linesOf({ orderLines }: Confirm): readonly ConfirmLine[] {
  return orderLines?.orderLine ?? [];
}

/** Where none of its goods can be counted: their parcel is there all the same, if it is named, has goods in it, and they may not be another owner's. */
function hasCome({ returnOrder: { expressCode } }: Confirm, unread: readonly Unread[]): boolean {
  const isOwnerUnread = unread.some(({ path }) => path.endsWith('.ownerCode'));
  return !unread.includes(noLines) && !isOwnerUnread && trackingNumbersIn(expressCode ?? '').numbers.length > 0;
}

/** Whose goods they are is the parcel's to say where the order leads to no case. */
function isPlaceUnread(returnOrder: Confirm['returnOrder'], context: Context, unread: readonly Unread[]): boolean {
  return isUnread(unread, 'returnOrder.expressCode') && !isOfOurs(returnOrder, context);
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

interface Said {
  readonly booking: Booking;
  readonly facts: readonly GoodsFact[];
  readonly unread: readonly Unread[];
}

/** Where some of its lines could not be read, it is as if more of them were to follow: what is in it counts, and nothing is short. */
function goodsFactsOf(
  id: string,
  { orderConfirmTime, confirmType }: Confirm['returnOrder'],
  { warehouse, delivery }: Context,
  { parts, unread }: GoodsRead,
): Said {
  const isInPart = ['orderLines', 'returnOrder.confirmType'].some((member) => isReadInPart(unread, member));
  const booking = {
    id,
    warehouseId: warehouse.id,
    at: orderConfirmTime ?? delivery.receivedAt,
    isPartial: confirmType === moreToFollow || isInPart,
  };
  return { booking, facts: parts.length > 0 ? goodsFacts(booking, parts) : [arrival(booking)], unread };
}

/** `confirmType` of an order that is booked in several times; without one a confirm is the last (platforms-cn.md, 4(c)). */
const moreToFollow = '1';

/**
 * The goods of an order of ours are its case's, whatever else is in the parcel: several orders may be confirmed out of one. Its parcel only hears
 * that it came, under an id of its own, or the case would take its goods for said twice. An order that someone else made
 * leads to no case: there the goods are the parcel's, and only where no one parcel is named, of whichever case goes by that code.
 */
function place(order: Confirm['returnOrder'], context: Context, { booking, facts, unread }: Said): Observed {
  const { id, warehouseId, at } = booking;
  const { numbers, rest } = trackingNumbersIn(order.expressCode ?? '');
  const all = rest.length > 0 ? [...unread, noNumber] : unread;
  const [first, ...more] = numbers;
  if (!isOfOurs(order, context) && first !== undefined && more.length === 0) {
    return inPart(
      saying({ about: 'parcel', number: first.number, facts: facts.map((each) => seenOn(each, first)) }),
      all,
    );
  }
  const came = { fact: 'received', receiptId: `${id}/dock`, warehouseId, at } as const;
  const parcels = numbers.map(
    (each): Saying => ({ about: 'parcel', number: each.number, facts: [seenOn(came, each)] }),
  );
  const alias = { kind: 'wms-order', value: `${warehouseId}/${order.returnOrderCode}` } as const;
  return inPart(saying(...parcels, { about: 'case', ref: { alias }, facts }), all);
}

function isOfOurs(
  { returnOrderCode, orderType }: Pick<Confirm['returnOrder'], 'returnOrderCode' | 'orderType'>,
  { warehouse }: Pick<Context, 'warehouse'>,
): boolean {
  return isOurOrder(returnOrderCode, warehouse) && orderType !== headlessReturn;
}

function seenOn(fact: GoodsFact, { seen }: ReadNumber): GoodsFact {
  return seen ? { ...fact, seen } : fact;
}

/** 无头件: a parcel that the warehouse could not match with any order, and made one for. */
const headlessReturn = 'WTJTHRK';
