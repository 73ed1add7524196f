import type { GoodsFact } from '../goods/facts.ts';
import { countedByCase, countedParcels } from '../goods/fold.ts';
import { checkedAtOf, isLastCheck, receivedAtOf } from '../goods/goods.ts';
import type { Instant } from '../record/instant.ts';
import type { Clock, DeadlineBasis, DeadlineRow } from './clock.ts';

/** Received but not checked, per parcel (or for the case, where the warehouse reports by case). */
export const qcFollowUp: DeadlineRow = {
  usual: { dueAfterMinutes: 8 * 60, remindBeforeMinutes: 4 * 60, escalateEveryMinutes: 2 * 60, escalations: 3 },
  of: 'warehouse',
  clocksOf: (basis, { clock }) =>
    receiptsOf(basis).flatMap(({ subject, goods, metAt }): Clock[] => {
      const openedAt = receivedAtOf(goods);
      return openedAt ? [clock({ subject, openedAt, metAt })] : [];
    }),
};

interface Receipt {
  readonly subject: string;
  readonly goods: readonly GoodsFact[];
  readonly metAt: Instant | undefined;
}

function receiptsOf({ directGoods, parcels }: DeadlineBasis): Receipt[] {
  const direct = countedByCase(directGoods, parcels);
  const byNumber = countedParcels(parcels).map(({ number, state }) => {
    const goods = state?.goods ?? [];
    return { subject: number, goods, metAt: checkedAtOf(goods) ?? checkedByCaseAt(goods, direct) };
  });
  return direct.length > 0 ? [...byNumber, { subject: 'case', goods: direct, metAt: checkedAtOf(direct) }] : byNumber;
}

/** A parcel of which a warehouse says only that it came is checked by case: by the first check since then. */
function checkedByCaseAt(goods: readonly GoodsFact[], direct: readonly GoodsFact[]): Instant | undefined {
  const cameAt = receivedAtOf(goods);
  const isCounted = goods.some((fact) => (fact.lines?.length ?? 0) > 0);
  return isCounted ? undefined : direct.find((fact) => isLastCheck(fact) && cameAt && fact.at >= cameAt)?.at;
}
