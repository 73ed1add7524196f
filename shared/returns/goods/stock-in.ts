import type { CaseDetails } from '../opening/facts.ts';
import { firstWhen } from '../record/first-when.ts';
import { earliestOf, type Instant, latestOf } from '../record/instant.ts';
import { byTime } from '../record/statement.ts';
import type { TrackingPart } from '../tracking/part.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { GoodsFact } from './facts.ts';
import { countedByCase, countedParcels } from './fold.ts';
import { everyParcelAt, holdsOwn, isSettled, ownReportsIn } from './of-parcel.ts';
import type { GoodsPart } from './part.ts';
import { noUnits, reportedUnits, stockedOf } from './units.ts';

export interface StockedGoods extends Pick<GoodsPart, 'directGoods' | 'goods'>, TrackingPart {
  readonly details: CaseDetails;
}

/**
 * When the goods were booked in: all that the case expects, or, once something of that is, the last of its parcels. While one that stands is not booked in and units are missing, it
 * waits, until `limitOf` the first booking at most: a time that may be still to come. A booking after which more is to follow opens nothing by itself, nor does one of what is another case's, or may be.
 */
export function waitedStockInAt(basis: StockedGoods, limitOf: (firstAt: Instant) => Instant): Instant | undefined {
  const direct = countedByCase(basis.directGoods, basis.parcels);
  const settled = countedParcels(basis.parcels).filter(isSettled);
  const stockIns = [...direct, ...settled.flatMap(ownReportsIn)]
    .filter(({ fact }) => fact === 'stocked-in')
    .sort(byTime);
  const ended = [...direct, ...settled.filter(holdsOwn).flatMap(({ state }) => state?.goods ?? [])].filter(isLast);
  const firstAt = bothAt(stockIns.find(isExpectedBy(basis))?.at, earliestOf(ended.map(({ at }) => at)));
  const lastAt = bothAt(firstAt, everyParcelAt(standingParcels(basis.parcels), direct, isLast));
  return earliestOf([allInAt(basis, stockIns), lastAt, firstAt && limitOf(firstAt)]);
}

function isLast({ fact, partial }: GoodsFact): boolean {
  return fact === 'stocked-in' && !partial;
}

function bothAt(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one && other && latestOf([one, other]);
}

/** Books in something that the case expects; where nobody says what it does, anything. */
function isExpectedBy({ goods }: StockedGoods): (fact: GoodsFact) => boolean {
  const expected = new Set(goods.filter((each) => each.expected > 0).map(({ sku }) => sku));
  return ({ lines = [] }) =>
    expected.size === 0 || lines.some(({ sku, quantity }) => quantity > 0 && expected.has(sku));
}

/** When the last unit was booked in that the case expects. */
function allInAt({ goods, details }: StockedGoods, stockIns: readonly GoodsFact[]): Instant | undefined {
  const expected = goods.filter((each) => each.expected > 0);
  const isIn = (details.lines ?? []).length > 0 && expected.every((each) => each.expected <= stockedOf(each));
  const areAllIn = (soFar: readonly GoodsFact[]) => {
    const units = reportedUnits(soFar);
    return expected.every((each) => stockedOf(units.get(each.sku) ?? noUnits) >= each.expected);
  };
  return isIn ? firstWhen(stockIns, areAllIn)?.at : undefined;
}
