import type { CaseDetails } from '../opening/facts.ts';
import { type Instant, latestOf } from '../record/instant.ts';
import type { CaseParcel, TrackingPart } from '../tracking/part.ts';
import { countedByCase, countedParcels } from './fold.ts';
import { receivedAtOf } from './goods.ts';
import type { GoodsPart } from './part.ts';

type Basis = Pick<GoodsPart, 'goods' | 'quality' | 'directGoods'> & TrackingPart & { readonly details: CaseDetails };

/** All that the case expects has come, in whatever state; where nobody says what it expects, anything. */
export function isBack({ details, goods, quality }: Pick<Basis, 'details' | 'goods' | 'quality'>): boolean {
  const areLinesKnown = (details.lines ?? []).some(({ quantity }) => quantity > 0);
  return areLinesKnown ? goods.every(({ received, expected }) => received >= expected) : quality !== 'none';
}

/** When the last of it came. */
export function backAtOf(basis: Basis): Instant | undefined {
  const direct = countedByCase(basis.directGoods, basis.parcels);
  const times = [...countedParcels(basis.parcels).map(({ state }) => state?.receivedAt), receivedAtOf(direct)];
  return isBack(basis) ? latestOf(times) : undefined;
}

/** Goods came, and something that is missing may be in a parcel that has not come. */
export function isPartlyBack(basis: Basis): boolean {
  const areUnknown = (basis.details.lines ?? []).length === 0;
  return basis.quality !== 'none' && (areUnknown || !isBack(basis)) && travelling(basis).length > 0;
}

/** Parcels that stand and have not come. Where a warehouse reports by case, the only parcel came with what it reports. */
function travelling({ parcels, directGoods }: Pick<Basis, 'parcels' | 'directGoods'>): CaseParcel[] {
  const standing = parcels.filter(({ stands, state }) => stands && state?.allotment !== 'not-attributed');
  const isOnly = standing.length === 1 && directGoods.length > 0;
  return isOnly ? [] : standing.filter(({ state }) => state?.receivedAt === undefined);
}
