import type { Units } from './facts.ts';
import { fitsWithin, noUnits, sumUnits, type UnitsBySku } from './units.ts';

/** Whose the units of a parcel are: by case key, by SKU. */
export type Shares = Readonly<Record<string, Readonly<Record<string, Units>>>>;

/** True when the shares, added up, are no more than what is in the parcel. */
export function sharesFit(goods: UnitsBySku, shares: Shares): boolean {
  return [...sumOf(shares)].every(([sku, units]) => fitsWithin(units, goods.get(sku) ?? noUnits));
}

export function sumOf(shares: Shares): UnitsBySku {
  return sumUnits(Object.values(shares).map((share) => new Map(Object.entries(share))));
}
