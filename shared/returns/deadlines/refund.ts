import { countedByCase, countedParcels } from '../goods/fold.ts';
import { stockedInAtOf } from '../goods/stock-in.ts';
import type { Instant } from '../record/instant.ts';
import { addMinutes, type Clock, type DeadlineBasis, type DeadlineRow, type DeadlineRule } from './clock.ts';

/** The buyer's money: due some time after stock-in, or by the platform's own deadline where that is earlier. */
export const refund: DeadlineRow = {
  usual: { dueAfterMinutes: 24 * 60, remindBeforeMinutes: 8 * 60, escalateEveryMinutes: 4 * 60, escalations: 3 },
  clocksOf: (basis, rule) => {
    const due = dueOf(basis, rule);
    const paid = basis.money.actions.find(({ kind, status }) => kind === 'goods-refund' && status !== 'failed');
    return due ? [{ subject: 'case', ...due, ...(paid && { metAt: paid.at }) }] : [];
  },
};

type Due = Pick<Clock, 'openedAt' | 'dueAt' | 'setBy'>;

function dueOf(basis: DeadlineBasis, rule: DeadlineRule): Due | undefined {
  const platform = basis.setByPlatform.get('refund');
  const byPolicy = dueByPolicy(basis, rule);
  if (platform && (!byPolicy || platform.dueAt <= byPolicy.dueAt)) {
    return { openedAt: platform.since, dueAt: platform.dueAt, setBy: 'platform' };
  }
  return byPolicy;
}

/** Goods that are exchanged or sent anew are owed no money. */
function dueByPolicy(basis: DeadlineBasis, { dueAfterMinutes }: DeadlineRule): Due | undefined {
  const isOwed = basis.details.kind !== 'exchange' && basis.details.kind !== 'reship';
  const openedAt = isOwed ? stockInOf(basis) : undefined;
  return openedAt && { openedAt, dueAt: addMinutes(openedAt, dueAfterMinutes), setBy: 'policy' };
}

function stockInOf({ details, directGoods, parcels }: DeadlineBasis): Instant | undefined {
  const counted = countedParcels(parcels).flatMap(({ state }) => state?.goods ?? []);
  return stockedInAtOf(details, [...countedByCase(directGoods, parcels), ...counted]);
}
