import { paidOf } from '../money/actions.ts';
import type { Instant } from '../record/instant.ts';
import type { Clock, ClockTime, DeadlineBasis, DeadlineRow } from './clock.ts';
import { goodsSettledAt } from './settled-goods.ts';

/** The buyer's money: due some time after stock-in, or by the platform's own deadline where that is earlier. Met once all that is owed was paid. */
export const refund: DeadlineRow = {
  usual: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 8 * 60, escalateEveryMinutes: 4 * 60, escalations: 3 },
  of: 'merchant',
  clocksOf: (basis, time) => {
    const said = basis.setByPlatform.get('refund');
    const platform = said?.removedAt ? undefined : said;
    const own = ownClock(basis, time);
    if (!platform || (own?.dueAt && own.dueAt < platform.dueAt)) {
      return own ? [own] : [];
    }
    const { since: openedAt, dueAt } = platform;
    const metAt = metAtOf(basis);
    return [{ subject: 'case', openedAt, dueAt, setBy: 'platform', ...(metAt && { metAt }) }];
  },
};

/** Where nothing is owed and the platform has a deadline all the same, any payment ends it. */
function metAtOf({ money }: DeadlineBasis): Instant | undefined {
  return money.owed.basis === 'nothing' ? paidOf(money.actions, 'goods-refund')[0]?.at : money.enoughAt;
}

/** Where nothing is owed, as in an exchange, nothing is due. */
function ownClock(basis: DeadlineBasis, { clock }: ClockTime): Clock | undefined {
  const openedAt = basis.money.owed.basis === 'nothing' ? undefined : goodsSettledAt(basis);
  return openedAt && clock({ subject: 'case', openedAt, metAt: metAtOf(basis) });
}
