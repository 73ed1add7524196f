import { isUnread } from '../observed.ts';
import type { Unread } from '../source.ts';
import type { AfterSaleInfo, SkuOrder } from './detail-shape.ts';

/** An order line of which the case asks for some units. */
export interface Asked {
  readonly order: SkuOrder;
  /** Units that have to come back. */
  readonly quantity: number;
  /** Units for which money is asked: also those that were never shipped. */
  readonly paidUnits: number;
}

/** The lines that a case asks for, of all that Doudian tells with it. @param isOnly - There is no other. */
export function askedOf(orders: readonly SkuOrder[], info: AfterSaleInfo, isOnly: boolean): Asked[] {
  return orders
    .map((order) => ({
      order,
      quantity: quantityOf(order, info, isOnly),
      paidUnits: paidUnitsOf(order, info, isOnly),
    }))
    .filter(({ quantity }) => quantity > 0);
}

/** What was never shipped need not come back: a case of one line says how many are left. */
function quantityOf(order: SkuOrder, info: AfterSaleInfo, isOnly: boolean): number {
  return (isOnly && info.need_return_count) || paidUnitsOf(order, info, isOnly);
}

function paidUnitsOf(
  { after_sale_item_count: applied, item_quantity: bought }: SkuOrder,
  { after_sale_apply_count: ofCase }: AfterSaleInfo,
  isOnly: boolean,
): number {
  return applied ?? (isOnly ? ofCase : undefined) ?? bought ?? 0;
}

/** Without a count of the case that is there and cannot be read, a line would expect another number of units. */
export function isCountRead(unread: readonly Unread[]): boolean {
  const counts = ['need_return_count', 'after_sale_apply_count'];
  return !counts.some((name) => isUnread(unread, `content.process_info.after_sale_info.${name}`));
}
