import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { MoneyKind } from '#shared/returns/money/facts.ts';
import { isUnread } from '../observed.ts';
import { isPaidByPlatform, isPayerUnread } from './by-platform.ts';
import type { AfterSaleInfo, Detail } from './detail-shape.ts';
import type { Reading } from './reading.ts';
import { yuan } from './sums.ts';

type Outcome = 'done' | 'failed';

/** `refund_status`; 0 to 2 are still to come, and 5 is money that the platform took from the merchant. */
const outcomes: ReadonlyMap<number | undefined, Outcome> = new Map([
  [3, 'done'],
  [4, 'failed'],
]);
const others: readonly number[] = [0, 1, 2, 5];

export function isRefundStatus(status: number): boolean {
  return outcomes.has(status) || others.includes(status);
}

/** Without one of them it is not certain how much was paid. */
const needed = ['real_refund_amount', 'refund_total_amount', 'refund_post_amount'];

/** The money that went back to the buyer, the freight that was paid apart from the goods. Without an amount, or with one that cannot be read, nothing is said. */
export function moneyFacts(detail: Detail, { caseId, at, unread }: Reading): CaseFact[] {
  const info = detail.process_info.after_sale_info;
  const outcome = outcomes.get(info.refund_status);
  const isSumRead = !needed.some((name) => isUnread(unread, `content.process_info.after_sale_info.${name}`));
  const isByPlatform = isPaidByPlatform(detail);
  if (!outcome || !isSumRead || (!isByPlatform && isPayerUnread(unread))) {
    return [];
  }
  return sumsOf(info, outcome).map(([kind, fen]) => ({
    fact: 'refund',
    refundId: `${caseId}-${kind}`,
    kind,
    amount: yuan(fen),
    outcome,
    by: isByPlatform ? 'platform' : 'merchant',
    at: (outcome === 'done' ? info.refund_time : undefined) ?? at,
  }));
}

/**
 * The whole holds the freight. What really went back is known of a refund that is done, and 0 while the platform has not booked it yet; a refund of
 * nothing is none.
 */
function sumsOf(info: AfterSaleInfo, outcome: Outcome): (readonly [MoneyKind, number])[] {
  const whole = (outcome === 'done' && info.real_refund_amount) || info.refund_total_amount;
  if (whole === undefined || (whole === 0 && outcome === 'done')) {
    return [];
  }
  const freight = Math.min(info.refund_post_amount ?? 0, whole);
  const sums = [
    ['goods-refund', whole - freight],
    ['freight-refund', freight],
  ] as const;
  const paid = sums.filter(([, fen]) => fen > 0);
  return paid.length > 0 ? paid : [['goods-refund', 0]];
}
