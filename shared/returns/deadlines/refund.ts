import { type StockedGoods, waitedStockInAt } from '../goods/stock-in.ts';
import { paidOf } from '../money/actions.ts';
import type { Instant } from '../record/instant.ts';
import { addMinutes, type Clock, type DeadlineBasis, type DeadlineRow, type DeadlineRule } from './clock.ts';

/** The buyer's money: due some time after stock-in, or by the platform's own deadline where that is earlier. Met once all that is owed was paid. */
export const refund: DeadlineRow = {
  usual: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 8 * 60, escalateEveryMinutes: 4 * 60, escalations: 3 },
  clocksOf: (basis, rule) => {
    const due = dueOf(basis, rule);
    const metAt = metAtOf(basis);
    return due ? [{ subject: 'case', ...due, ...(metAt && { metAt }) }] : [];
  },
};

/** Where nothing is owed and the platform has a deadline all the same, any payment ends it. */
function metAtOf({ money }: DeadlineBasis): Instant | undefined {
  return money.owed.basis === 'nothing' ? paidOf(money.actions, 'goods-refund')[0]?.at : money.enoughAt;
}

type Due = Pick<Clock, 'openedAt' | 'dueAt' | 'setBy'>;

function dueOf(basis: DeadlineBasis, rule: DeadlineRule): Due | undefined {
  const said = basis.setByPlatform.get('refund');
  const platform = said?.removedAt ? undefined : said;
  const byPolicy = dueByPolicy(basis, rule);
  if (platform && (!byPolicy || platform.dueAt <= byPolicy.dueAt)) {
    return { openedAt: platform.since, dueAt: platform.dueAt, setBy: 'platform' };
  }
  return byPolicy;
}

/** Where nothing is owed, as in an exchange, nothing is due. */
function dueByPolicy(basis: DeadlineBasis, { dueAfterMinutes }: DeadlineRule): Due | undefined {
  const openedAt = basis.money.owed.basis === 'nothing' ? undefined : openedAtOf(basis);
  return openedAt && { openedAt, dueAt: addMinutes(openedAt, dueAfterMinutes), setBy: 'policy' };
}

/** Goods that failed their check are paid for once it is agreed how much, or judged for the buyer; before that nothing is due by policy. */
function openedAtOf({ concern, waitForParcelsMinutes, ...basis }: DeadlineBasis): Instant | undefined {
  if (concern) {
    return concern.payableAt;
  }
  const goods: StockedGoods = basis;
  return waitedStockInAt(goods, (firstAt) => addMinutes(firstAt, waitForParcelsMinutes));
}
