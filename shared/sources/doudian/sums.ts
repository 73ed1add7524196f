import type { CaseDetails } from '#shared/returns/opening/facts.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { isReadInPart } from '../observed.ts';
import type { Unread } from '../source.ts';
import type { Asked } from './asked.ts';
import type { SkuOrder } from './detail-shape.ts';

export const linesPath = 'content.order_info.sku_order_infos';

export function yuan(fen: number): Money {
  return { amount: fen, currency: 'CNY' };
}

/**
 * What was paid for the units that the case asks for, and for the whole of their lines. Doudian tells the second: of some units it is their part where it comes out
 * even, and else is not said.
 */
export function sumsPaid(
  asked: readonly Asked[],
  unread: readonly Unread[],
): { readonly [Sum in 'paid' | 'paidForLines']?: CaseDetails[Sum] | undefined } {
  if (!isSumRead(unread, 'sku_pay_amount')) {
    return {};
  }
  return { paid: sumOf(asked, paidForUnits), paidForLines: sumOf(asked, ({ order }) => paidForLine(order)) };
}

function paidForUnits({ order, paidUnits }: Asked): number | undefined {
  const whole = paidForLine(order);
  const { item_quantity: bought } = order;
  if (!bought || whole === undefined) {
    return undefined;
  }
  const part = (whole * Math.min(paidUnits, bought)) / bought;
  return Number.isInteger(part) ? part : undefined;
}

function paidForLine({ sku_pay_amount: paid, pay_amount: otherwise }: SkuOrder): number | undefined {
  return paid ?? otherwise;
}

const memberOfLine = /^content\.order_info\.sku_order_infos\.\d+\.(\w+)/;

/** True where each line is there, with this member of it where it has one. */
export function isSumRead(unread: readonly Unread[], member: keyof SkuOrder): boolean {
  return !unread
    .filter((each) => isReadInPart([each], linesPath))
    .some(({ path, gone = path }) => (memberOfLine.exec(gone)?.[1] ?? member) === member);
}

/** Over all of them; undefined where one has none. */
export function sumOf<Each>(all: readonly Each[], amountOf: (each: Each) => number | undefined): Money | undefined {
  const sum = all.reduce((total, each) => total + (amountOf(each) ?? Number.NaN), 0);
  return all.length === 0 || Number.isNaN(sum) ? undefined : yuan(sum);
}
