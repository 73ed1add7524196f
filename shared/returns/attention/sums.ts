import type { CaseSnapshot } from '../case/case.ts';
import { paidOf, totalOf } from '../money/actions.ts';
import type { Money } from '../record/money.ts';
import type { CaseEntry } from './entry.ts';

/** In what a case counts: what its store asks for, else what is owed, else what was paid in. */
export function currencyOf({ details, money }: CaseSnapshot): string | undefined {
  const sums = [details.refund, money.owed.amount, money.out, details.paid, money.paid];
  return sums.find((sum) => sum !== undefined)?.currency ?? money.actions[0]?.amount.currency;
}

/** How many minor units a sum is; of one in another currency nobody knows. */
export function amountIn(snapshot: CaseSnapshot, sum: Money | undefined): number | undefined {
  return sum && sum.currency === currencyOf(snapshot) && Number.isSafeInteger(sum.amount) ? sum.amount : undefined;
}

/** What is at stake where nothing narrower is known: what is still owed, else what is asked for. */
export function atStake(snapshot: CaseSnapshot): number | undefined {
  const { money, details } = snapshot;
  const isPaid = money.enoughAt !== undefined;
  return isPaid ? undefined : amountIn(snapshot, money.outstanding ?? money.owed.amount ?? details.refund);
}

/** The sums that a list shows. */
export function entrySums(snapshot: CaseSnapshot): Pick<CaseEntry, 'currency' | 'asked' | 'paid' | 'refunded'> {
  const { details, money } = snapshot;
  const currency = currencyOf(snapshot);
  if (currency === undefined) {
    return {};
  }
  const asked = amountIn(snapshot, details.refund);
  const paid = amountIn(snapshot, details.paid);
  const refunded = totalOf(paidOf(money.actions, 'goods-refund', 'freight-refund'), currency);
  return {
    currency,
    ...(asked !== undefined && { asked }),
    ...(paid !== undefined && { paid }),
    ...(refunded > 0 && { refunded }),
  };
}
