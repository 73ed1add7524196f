import type { Merchant } from '#shared/merchant/merchant.ts';
import { type CaseDetails, type CaseKind, type CaseLine, unreadableWarehouse } from '#shared/returns/opening/facts.ts';
import { chineseReasonOf } from '../chinese-reasons.ts';
import { isListInPart, isUnread } from '../observed.ts';
import { type Asked, askedOf, isCountRead } from './asked.ts';
import type { AfterSaleInfo, Detail } from './detail-shape.ts';
import { giftsWith, noReasonDaysOf, withGifts } from './line-extras.ts';
import type { Reading } from './reading.ts';
import { types } from './status-rows.ts';
import { isSumRead, linesPath, sumOf, sumsPaid, yuan } from './sums.ts';

/** Goods for repair come back, and goods go out again, and no money is owed: as in an exchange. */
const kinds: ReadonlyMap<number | undefined, CaseKind> = new Map([
  [types.returnAndRefund, 'return'],
  [types.refundAfterShipping, 'refund-only'],
  [types.refundBeforeShipping, 'refund-only'],
  [types.exchange, 'exchange'],
  [types.priceProtection, 'refund-only'],
  [types.resend, 'reship'],
  [types.repair, 'exchange'],
]);

/** Types of cancelled orders, for which there is no kind. */
const cancelled: readonly number[] = [4, 5];

export function isKnownType(type: number): boolean {
  return kinds.has(type) || cancelled.includes(type);
}

const addressPath = 'content.process_info.after_sale_info.return_address_id';

/** Without how many were bought a line may be of none, and what was given with it need not come back; a gift is a line, too. */
const hidesLine = /^content\.order_info\.sku_order_infos\.\d+\.(?:item_quantity|given_sku_details(?:\.\d+)?)$/;

/** Set where lines could not be read: those that are there are not all. */
export function linesInPart({ unread }: Pick<Reading, 'unread'>): { readonly inPart?: true } {
  const isInPart = isListInPart(unread, linesPath) || unread.some(({ path, gone = path }) => hidesLine.test(gone));
  return isInPart ? { inPart: true } : {};
}

/** What the case is about. A field that the answer does not have is left out, and so is a sum of which a line, or what it adds, could not be read. */
export function detailsOf(
  { process_info: { after_sale_info: info }, order_info: order }: Detail,
  { merchant, unread }: Pick<Reading, 'merchant' | 'unread'>,
): CaseDetails {
  const orders = order?.sku_order_infos;
  const isOnly = orders?.length === 1 && !isListInPart(unread, linesPath);
  const asked = orders && isCountRead(unread) ? askedOf(orders, info, isOnly) : undefined;
  const details: { readonly [Key in keyof CaseDetails]: CaseDetails[Key] | undefined } = {
    orderId: order?.shop_order_id,
    kind: kinds.get(info.after_sale_type),
    reason: reasonOf(info),
    lines: asked && linesOf(asked, info),
    refund: owedOf(info),
    ...sumsPaid(asked ?? [], unread),
    freightPaid: isSumRead(unread, 'post_amount') ? sumOf(orders ?? [], (each) => each.post_amount) : undefined,
    orderState: orderStateOf(info),
    evidenceCount: info.evidence?.length,
    warehouseId: isUnread(unread, addressPath) ? unreadableWarehouse : warehouseOf(info.return_address_id, merchant),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

/** `refund_status`: the money went back, all of it at once. */
const refunded = 3;

/**
 * What is to be paid back. The whole that was asked for may hold what the platform had put to the price, which goes back to the platform: how much that is
 * shows once the refund is done, and nothing is owed beyond what went back then.
 */
function owedOf({ refund_status: status, real_refund_amount: real, refund_total_amount: asked }: AfterSaleInfo) {
  const fen = (status === refunded && real) || asked;
  return fen === undefined ? undefined : yuan(fen);
}

/** By the platform's words, as its table of codes is not public; by its code only where there are none. */
function reasonOf({ reason = '', reason_second_labels: labels = [], reason_code: code }: AfterSaleInfo) {
  const words = [reason, ...labels.map(({ name = '' }) => name)].join(' ');
  const known = chineseReasonOf(words) ?? (code === undefined ? undefined : `doudian-${code}`);
  return known === undefined ? undefined : { code: known };
}

/** Gifts come back with goods for which money is paid back, and with no others. */
function linesOf(asked: readonly Asked[], info: AfterSaleInfo): CaseLine[] {
  const isWithGifts = info.after_sale_type === types.returnAndRefund;
  const gifts = isWithGifts ? asked.flatMap(({ order, quantity }) => giftsWith(order, quantity)) : [];
  return withGifts(asked.map(lineOf), gifts);
}

function lineOf({ order, quantity }: Asked): CaseLine {
  const { sku_order_id: lineId, item_sum_amount: sum, item_quantity: bought, product_name: title } = order;
  const price = sum !== undefined && bought ? sum / bought : Number.NaN;
  const noReasonDays = noReasonDaysOf(order);
  return {
    lineId,
    // An item without the merchant's code is still to be told from others.
    sku: order.shop_sku_code || `doudian-sku-${order.sku_id ?? lineId}`,
    quantity,
    ...(Number.isInteger(price) && { unitPrice: yuan(price) }),
    ...(title && { title }),
    ...(noReasonDays !== undefined && { noReasonDays }),
  };
}

function orderStateOf({
  got_pkg: received,
  after_sale_type: type,
}: AfterSaleInfo): CaseDetails['orderState'] | undefined {
  if (received === 1) {
    return 'delivered';
  }
  return type === types.refundBeforeShipping ? 'unshipped' : undefined;
}

/** An address that no warehouse has is named as it is: a person must look before any warehouse is told of the parcel. */
function warehouseOf(addressId: string | undefined, { warehouses }: Merchant): string | undefined {
  const warehouse = warehouses.find(({ platformAddressIds }) => platformAddressIds.doudian === addressId);
  return addressId && (warehouse?.id ?? `doudian-address-${addressId}`);
}
