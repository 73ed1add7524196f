import type { Told } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import { compare } from '../record/statement.ts';
import type { Telling } from '../record/tell.ts';
import type { CaseParcel } from '../tracking/part.ts';
import type { SkuQuantity } from './facts.ts';
import { goodsIdOf } from './goods.ts';

/** Begins the key under which what happened to a parcel's goods is remembered. */
export function goodsPrefixOf(trackingNumber: string | undefined): string {
  return `goods/${trackingNumber ?? 'case'}/`;
}

/** Of a happening: whether its goods counted for the case when it was told. Earlier releases did not keep that. */
export function hashOfCounted(counted: boolean): string {
  return counted ? 'counted' : 'not-counted';
}

/**
 * Whose the goods of a parcel are, as a value: told once it is another than what was told of them when they came, and then whenever it changes. What was
 * seen stays true.
 */
export function attributionTellings(parcel: CaseParcel, told: Told): Telling[] {
  const { number: trackingNumber } = parcel;
  const key = `attribution/${trackingNumber}`;
  const before = countedBefore(trackingNumber, told);
  const { counted, lines } = attributed(parcel);
  if (before === undefined || (counted === before && areAllThere(parcel, told) && !told[key])) {
    return [];
  }
  const data = { trackingNumber, counted, lines };
  return [{ key, mode: 'value', hash: digestOf({ counted, lines }), type: 'Goods Attributed', data }];
}

/** By what was told of the goods when they came; undefined while nothing was, or it was not kept. */
function countedBefore(trackingNumber: string, told: Told): boolean | undefined {
  const hashes = happeningsOf(trackingNumber, told).map(([, { hash }]) => hash);
  if (hashes.includes(hashOfCounted(false))) {
    return false;
  }
  return hashes.length > 0 && hashes.every((hash) => hash === hashOfCounted(true)) ? true : undefined;
}

function happeningsOf(trackingNumber: string, told: Told) {
  const prefix = goodsPrefixOf(trackingNumber);
  return Object.entries(told).filter(([key]) => key.startsWith(prefix) && !key.endsWith('/exception'));
}

/** Whether all that was told of is the case's still: a part may have turned out to be another's. */
function areAllThere({ number, state }: CaseParcel, told: Told): boolean {
  const ids = new Set((state?.goods ?? []).map(goodsIdOf));
  return happeningsOf(number, told).every(([key]) => ids.has(key.slice(goodsPrefixOf(number).length)));
}

/** What came under the number and counts for the case now. */
function attributed({ stands, state }: CaseParcel): {
  readonly counted: boolean;
  readonly lines: readonly SkuQuantity[];
} {
  const { goods = [], allotment, units = {} } = state ?? {};
  const isSettled = allotment === 'sole' || allotment === 'divided';
  const counted = stands && isSettled && goods.length > 0;
  const lines = Object.entries(counted ? units : {}).map(([sku, { received: quantity }]) => ({ sku, quantity }));
  return { counted, lines: lines.filter(({ quantity }) => quantity > 0).sort((a, b) => compare(a.sku, b.sku)) };
}
