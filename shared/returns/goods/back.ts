import type { CaseDetails } from '../opening/facts.ts';
import { firstWhen } from '../record/first-when.ts';
import type { Instant } from '../record/instant.ts';
import { byTime } from '../record/statement.ts';
import type { ParcelState } from '../tracking/facts.ts';
import type { CaseParcel, TrackingPart } from '../tracking/part.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { GoodsFact } from './facts.ts';
import { countedByCase, countedParcels } from './fold.ts';
import type { GoodsPart } from './part.ts';
import { completeUnits, noUnits, reportedUnits, sumUnits, type UnitsBySku } from './units.ts';

type Basis = Pick<GoodsPart, 'goods' | 'quality' | 'directGoods'> & TrackingPart & { readonly details: CaseDetails };

/** All that the case expects has come, in whatever state; where nobody says what it expects, anything. */
export function isBack({ details, goods, quality }: Pick<Basis, 'details' | 'goods' | 'quality'>): boolean {
  const areLinesKnown = (details.lines ?? []).some(({ quantity }) => quantity > 0);
  return areLinesKnown ? goods.every(({ received, expected }) => received >= expected) : quality !== 'none';
}

/** When the last of it came: the first time by which all had come that is expected. */
export function backAtOf(basis: Basis): Instant | undefined {
  const expected = basis.goods.filter((each) => each.expected > 0);
  const isAll = (came: readonly Coming[]) => {
    const sums = sumUnits(came.map(({ units }) => units));
    return expected.every((each) => completeUnits(sums.get(each.sku) ?? noUnits).received >= each.expected);
  };
  return isBack(basis) ? firstWhen(comingsOf(basis), isAll)?.at : undefined;
}

interface Coming {
  readonly at: Instant;
  readonly units: UnitsBySku;
}

function comingsOf({ parcels, directGoods }: Basis): Coming[] {
  const byNumber = countedParcels(parcels).flatMap(({ state }) => (state ? comingsIn(state) : []));
  return [...countedByCase(directGoods, parcels).map(comingOf), ...byNumber].sort(byTime);
}

/** Of a parcel that is shared nobody knows which units came first: all of the case's came with its last receipt. */
function comingsIn({ allotment, goods, units }: ParcelState): Coming[] {
  if (allotment === 'sole') {
    return goods.map(comingOf);
  }
  const last = goods.findLast(({ fact }) => fact === 'received') ?? goods[0];
  return last ? [{ at: last.at, units: new Map(Object.entries(units)) }] : [];
}

function comingOf(fact: GoodsFact): Coming {
  return { at: fact.at, units: reportedUnits([fact]) };
}

/** Goods came, and something that is missing may be in a parcel that has not come. */
export function isPartlyBack(basis: Basis): boolean {
  const areUnknown = (basis.details.lines ?? []).length === 0;
  return basis.quality !== 'none' && (areUnknown || !isBack(basis)) && travelling(basis).length > 0;
}

/** Parcels that stand and have not come. Where a warehouse reports by case, the only parcel came with what it reports. */
function travelling({ parcels, directGoods }: Pick<Basis, 'parcels' | 'directGoods'>): CaseParcel[] {
  const standing = standingParcels(parcels);
  const isOnly = standing.length === 1 && directGoods.length > 0;
  return isOnly ? [] : standing.filter(({ state }) => state?.receivedAt === undefined);
}
