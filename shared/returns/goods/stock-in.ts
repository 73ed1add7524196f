import type { CaseDetails } from '../opening/facts.ts';
import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import { compare } from '../record/statement.ts';
import type { CaseParcel, TrackingPart } from '../tracking/part.ts';
import type { GoodsFact } from './facts.ts';
import { countedByCase, countedParcels } from './fold.ts';
import type { GoodsPart } from './part.ts';
import { noUnits, reportedUnits, stockedOf } from './units.ts';

export interface StockedGoods extends Pick<GoodsPart, 'directGoods' | 'goods'>, TrackingPart {
  readonly details: CaseDetails;
}

/**
 * When the goods were booked in: all that the case expects, or the last of its parcels. While one that stands is not booked in and units are missing, it waits, until `limitOf`
 * the first booking at most: a time that may be still to come. A booking after which more is to follow opens nothing by itself.
 */
export function waitedStockInAt(basis: StockedGoods, limitOf: (firstAt: Instant) => Instant): Instant | undefined {
  const direct = countedByCase(basis.directGoods, basis.parcels);
  const reports = [...direct, ...countedParcels(basis.parcels).flatMap(({ state }) => state?.goods ?? [])];
  const stockIns = reports.filter(({ fact }) => fact === 'stocked-in').sort((a, b) => compare(a.at, b.at));
  const firstAt = stockIns.find(isLast)?.at;
  const lastAt = lastParcelAt(basis, direct, firstAt);
  return earliestOf([allInAt(basis, stockIns), lastAt, firstAt && limitOf(firstAt)]);
}

function isLast({ fact, partial }: GoodsFact): boolean {
  return fact === 'stocked-in' && !partial;
}

/** When each parcel that stands was booked in, by itself or by case after it came; undefined while one was not. */
function lastParcelAt(
  { parcels }: StockedGoods,
  direct: readonly GoodsFact[],
  firstAt: Instant | undefined,
): Instant | undefined {
  const standing = parcels.filter(({ stands, state }) => stands && state?.allotment !== 'not-attributed');
  if (standing.length <= 1) {
    return firstAt;
  }
  const times = standing.map((parcel) => stockedAtOf(parcel, direct));
  return times.every((at) => at !== undefined) ? latestOf(times) : undefined;
}

function stockedAtOf({ state }: CaseParcel, direct: readonly GoodsFact[]): Instant | undefined {
  const cameAt = state?.receivedAt;
  const byCase = direct.filter((fact) => isLast(fact) && cameAt && fact.at >= cameAt);
  return earliestOf([...(state?.goods ?? []).filter(isLast), ...byCase].map(({ at }) => at));
}

/** When the last unit was booked in that the case expects. */
function allInAt({ goods, details }: StockedGoods, stockIns: readonly GoodsFact[]): Instant | undefined {
  const expected = goods.filter((each) => each.expected > 0);
  const isIn = (details.lines ?? []).length > 0 && expected.every((each) => each.expected <= sumOf(each.stockedIn));
  return isIn
    ? stockIns.find((_each, index) => {
        const units = reportedUnits(stockIns.slice(0, index + 1));
        return expected.every((each) => stockedOf(units.get(each.sku) ?? noUnits) >= each.expected);
      })?.at
    : undefined;
}

function sumOf({ sellable, defective }: { readonly sellable: number; readonly defective: number }): number {
  return sellable + defective;
}
