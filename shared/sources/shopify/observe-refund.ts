import * as z from 'zod';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { moneyFromDecimal } from '../minor-units.ts';
import { ignored, inPart, isReadInPart, notUnderstood, saying } from '../observed.ts';
import { readInPart } from '../read-in-part.ts';
import type { Observed, Unread } from '../source.ts';
import { numberOf } from './global-id.ts';
import { type Transaction as Movement, moneyMoved, onItsWay } from './money-moved.ts';
import { type Hint, named, plainId, returnNumberOf } from './observe-hint.ts';
import { refundOf } from './refund-facts.ts';

const money = z.object({ amount: z.string(), currency_code: z.string() });
const moneySet = z.object({ presentment_money: money.nullish(), shop_money: money.nullish() });
const transaction = z.object({
  kind: z.string(),
  status: z.string(),
  amount: z.string().nullish(),
  currency: z.string().nullish(),
  amount_set: moneySet.nullish(),
});
type Transaction = z.output<typeof transaction>;
/** Read for the currency in which the buyer paid. */
const refundLine = z.object({
  subtotal_set: z.object({ presentment_money: z.object({ currency_code: z.string() }).nullish() }).nullish(),
});
const shippingLine = z.object({ subtotal_amount_set: moneySet, tax_amount_set: moneySet.nullish() });

const refund = z.object({
  admin_graphql_api_id: z.string(),
  order_id: plainId,
  created_at: z.string().nullish(),
  processed_at: z.string().nullish(),
  return: named.nullish(),
  transactions: z.array(transaction).max(200),
  refund_line_items: z.array(refundLine).max(1000).nullish(),
  refund_shipping_lines: z.array(shippingLine).max(200).nullish(),
});
type Refund = z.output<typeof refund>;

/** Without the buyer's currency a movement of money is one of another sum. */
const telling = [/^transactions\.\d+\.amount_set/];

/** `refunds/create`. The sum of the refund transactions that went through is what was paid back. */
export function observeRefund(value: unknown, hint: Hint): Observed {
  const read = readInPart(refund, value, { telling });
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const refundId = numberOf(read.value.admin_graphql_api_id, 'Refund');
  const caseId = read.value.return ? returnNumberOf(read.value.return) : undefined;
  if (refundId === undefined) {
    return notUnderstood('admin_graphql_api_id: is no refund');
  }
  if (caseId === undefined) {
    return isReadInPart(read.unread, 'return')
      ? notUnderstood('return: names no return')
      : ignored(`the refund of order ${orderOf(read.value)} names no return`);
  }
  return observeMoney(read.value, read.unread, { refundId, caseId }, hint);
}

function orderOf({ order_id: orderId }: Refund): string {
  return /^\d{1,30}$/.test(String(orderId)) ? String(orderId) : 'unknown';
}

/** What is not settled yet, or could not be read, is looked up: the reading of a return shows its refunds, too. */
function observeMoney(
  data: Refund,
  unread: readonly Unread[],
  { refundId, caseId }: { readonly refundId: string; readonly caseId: string },
  { source, shop, at }: Hint,
): Observed {
  const { money, isPending, fault } = moneyMoved(data.transactions.map(inBuyersMoney));
  const uncertain = [...unread, ...(fault ? [{ path: 'transactions', expected: fault }] : [])];
  const unsettled = isPending ? [{ path: 'transactions', expected: onItsWay }] : [];
  const isSettled = uncertain.length === 0 && !isPending;
  const look = { shop, ref: { caseKey: caseKeyOf({ source, shop, caseId }) }, at };
  if (!money) {
    return isSettled ? ignored('the refund moves no money') : { kind: 'notify-only', ...look };
  }
  if (mayBeInOtherCurrency(data, money.amount, unread)) {
    return { kind: 'notify-only', ...look };
  }
  const said = saying({ about: 'case', ref: look.ref, facts: factsOf(data, { refundId, ...money }, at) });
  return inPart(isSettled ? said : { ...said, look }, uncertain, unsettled);
}

/** Dated as the reading dates it, so that of the two the reading is the later. */
function factsOf(data: Refund, paid: Omit<Parameters<typeof refundOf>[0], 'at'>, receivedAt: Instant): CaseFact[] {
  const at = toInstant(data.created_at ?? data.processed_at ?? '') ?? receivedAt;
  return refundOf({ ...paid, at }, freightOf(data, paid.amount));
}

/** As a movement in the buyer's currency, where that is told; else in the one that the shop names as that of the payment. */
function inBuyersMoney({ kind, status, amount, currency, amount_set: set }: Transaction): Movement {
  const buyers = set?.presentment_money;
  return { kind, status, amount: buyers?.amount ?? amount ?? '', currency: buyers?.currency_code ?? currency ?? '' };
}

/** Told in another currency than the buyer paid in, which is the one that the record has, or it cannot be read in which: the reading tells the sum in that. */
function mayBeInOtherCurrency(
  { transactions, refund_line_items: lines }: Refund,
  { currency }: Money,
  unread: readonly Unread[],
): boolean {
  const isBuyersTold = transactions.every(({ amount_set: set }) => set?.presentment_money);
  const codes = (lines ?? []).flatMap((line) => line.subtotal_set?.presentment_money?.currency_code ?? []);
  return !isBuyersTold && (isReadInPart(unread, 'refund_line_items') || codes.some((code) => code !== currency));
}

/** What it pays for sending the goods, with its tax, in the currency in which it was paid: the shop's or the buyer's. */
function freightOf({ refund_shipping_lines: lines }: Refund, { currency }: Money): (Money | undefined)[] {
  const sets = (lines ?? []).flatMap(({ subtotal_amount_set: subtotal, tax_amount_set: tax }) =>
    [subtotal, tax ?? []].flat(),
  );
  return sets.map(({ presentment_money: buyers, shop_money: shops }) => {
    const paid = [buyers, shops].find((each) => each?.currency_code === currency);
    return paid ? moneyFromDecimal(paid.amount, currency) : undefined;
  });
}
