import type { CaseSnapshot } from '../case/case.ts';
import { isEnded } from '../decision/ended.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { paidOf } from '../money/actions.ts';
import { type Instant, latestOf } from '../record/instant.ts';
import { byTime } from '../record/statement.ts';
import { standingParcels } from '../tracking/standing.ts';

/** The store closed it, or the request was withdrawn, declined, or expired. */
export function isOver({ closedAt, decision }: Pick<CaseSnapshot, 'closedAt' | 'decision'>): boolean {
  return closedAt !== undefined || isEnded(decision);
}

/** What warehouses reported of the case's goods, the oldest first. */
export function goodsReportsOf({ directGoods, parcels }: CaseSnapshot): GoodsFact[] {
  return [...directGoods, ...standingParcels(parcels).flatMap(({ state }) => state?.goods ?? [])].sort(byTime);
}

/** When goods were first paid for. */
export function paidAtOf({ money }: CaseSnapshot): Instant | undefined {
  return paidOf(money.actions, 'goods-refund')[0]?.at;
}

/** When warehouses last reported anything of the goods. */
export function lastReportAt(snapshot: CaseSnapshot): Instant | undefined {
  return latestOf(goodsReportsOf(snapshot).map(({ at }) => at));
}
