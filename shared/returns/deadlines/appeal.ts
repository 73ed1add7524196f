import { backAtOf } from '../goods/back.ts';
import { paidOf } from '../money/actions.ts';
import { areGoodsOwed } from '../money/out.ts';
import { earliestOf } from '../record/instant.ts';
import type { DeadlineRow } from './clock.ts';

/**
 * The platform paid while the goods were out: the merchant may appeal, until a time that each platform sets and few publish. The usual figure is a default that nobody
 * has verified. Met by a dispute, or by goods that are as they should be. The payment is what most often closes the case, so its end stops nothing.
 */
export const appeal: DeadlineRow = {
  usual: { dueAfterMinutes: 72 * 60, remindBeforeMinutes: 24 * 60, escalateEveryMinutes: 24 * 60, escalations: 2 },
  of: 'merchant',
  followsNotices: true,
  outlivesCase: true,
  clocksOf: (basis, { clock }) => {
    const backAt = backAtOf(basis);
    const paid = paidOf(basis.money.actions, 'goods-refund').find(
      ({ by, at }) => by === 'platform' && !(backAt && backAt < at),
    );
    if (!paid || !areGoodsOwed(basis)) {
      return [];
    }
    const { at: openedAt } = paid;
    const disputedAt = basis.disputes.flatMap(({ openedAt: at }) => (at && at >= openedAt ? at : []));
    // Goods that failed their check are what an appeal is for.
    const cameAt = backAt && basis.quality !== 'failed' ? [backAt] : [];
    const metAt = earliestOf([...disputedAt, ...cameAt]);
    return [clock({ subject: 'case', openedAt, metAt })];
  },
};
