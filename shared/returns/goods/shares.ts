import type { Units } from './facts.ts';
import { addUnits, fitsWithin, noUnits, type UnitsBySku } from './units.ts';

/** Whose the units of a parcel are: by case key, by SKU. */
export type Shares = Readonly<Record<string, Readonly<Record<string, Units>>>>;

/** True when the shares, added up, are no more than what is in the parcel. */
export function sharesFit(goods: UnitsBySku, shares: Shares): boolean {
  return [...sumOf(shares)].every(([sku, units]) => fitsWithin(units, goods.get(sku) ?? noUnits));
}

export function sumOf(shares: Shares): UnitsBySku {
  const sums = new Map<string, Units>();
  for (const [sku, units] of Object.values(shares).flatMap((share) => Object.entries(share))) {
    sums.set(sku, addUnits(sums.get(sku) ?? noUnits, units));
  }
  return sums;
}
