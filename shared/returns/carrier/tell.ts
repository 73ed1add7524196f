import type { Told } from '../record/change.ts';
import { digestOf } from '../record/digest.ts';
import type { Telling } from '../record/tell.ts';
import type { ParcelState } from '../tracking/facts.ts';

/** Where a parcel is, as a value. A number alone is no news, unless it was last told to be elsewhere or stuck. */
export function movementTellings(
  { number, stage, sides, carrier, movedAt }: Pick<ParcelState, 'number' | 'stage' | 'sides' | 'carrier' | 'movedAt'>,
  told: Told,
): Telling[] {
  const key = `parcel/${number}`;
  if (stage === 'numbered' && sides.length === 0 && !told[key]) {
    return [];
  }
  const data = { trackingNumber: number, stage, sides, ...(carrier && { carrier }), ...(movedAt && { movedAt }) };
  return [{ key, mode: 'value', hash: digestOf({ stage, sides }), type: 'Return Parcel Moved', data }];
}
