import { areGoodsOwed } from '../money/out.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import type { DeadlineBasis, DeadlineRow } from './clock.ts';
import { platformClock } from './platform-clock.ts';

/**
 * The buyer sends the goods back: from the approval, or by the platform's own deadline, where it ever had one. Met by a number that stands, or by goods that came without
 * any.
 */
export const buyerShips: DeadlineRow = {
  usual: { dueAfterMinutes: 7 * 24 * 60, remindBeforeMinutes: 48 * 60, escalateEveryMinutes: 24 * 60, escalations: 2 },
  of: 'buyer',
  followsNotices: true,
  clocksOf: (basis, { clock }) => {
    const metAt = sentAtOf(basis);
    const platform = basis.setByPlatform.get('buyer-ships');
    if (platform) {
      return platformClock('case', platform, metAt);
    }
    const { value, at: openedAt } = basis.decision;
    const isAwaited = value === 'approved' && openedAt && areGoodsOwed(basis) && !(metAt && metAt <= openedAt);
    return isAwaited ? [clock({ subject: 'case', openedAt, metAt })] : [];
  },
};

function sentAtOf({ parcels, directGoods }: DeadlineBasis): Instant | undefined {
  const stated = parcels.filter(({ stands }) => stands).map(({ statedAt }) => statedAt);
  return earliestOf([...stated, ...directGoods.map(({ at }) => at)]);
}
