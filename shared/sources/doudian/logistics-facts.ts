import type { CaseFact } from '#shared/returns/fact.ts';
import { chineseCarrierOf } from '../chinese-carriers.ts';
import { readTrackingNumber } from '../tracking-number.ts';
import type { Detail, Logistics } from './detail-shape.ts';
import type { Reading } from './reading.ts';

/** The parcel on its way back (a case has one at a time: another takes its place), and the one that the merchant sent anew. */
export function logisticsFacts({ process_info: { logistics_info: info } }: Detail, reading: Reading): CaseFact[] {
  const sentAnew = [info?.exchange, info?.resend].flatMap((parcel) =>
    parcel ? replacementFacts(parcel, reading) : [],
  );
  return [...returnFacts(info?.return, reading), ...sentAnew];
}

/** An answer without the field says nothing of numbers, and must not take any away. */
function returnFacts(parcel: Logistics | null | undefined, reading: Reading): CaseFact[] {
  if (parcel === undefined) {
    return [];
  }
  const number = parcel ? numberOf(parcel, reading) : undefined;
  const shippedAt = number && parcel?.logistics_time;
  return [
    {
      fact: 'tracking',
      numbers: number ? [number] : [],
      whole: true,
      origin: reading.origin,
      at: reading.at,
      ...(shippedAt && { shippedAt }),
    },
  ];
}

function replacementFacts(parcel: Logistics, reading: Reading): CaseFact[] {
  const found = numberOf(parcel, reading);
  if (!found) {
    return [];
  }
  const { number: trackingNumber, ...carrier } = found;
  return [{ fact: 'replacement-shipped', trackingNumber, ...carrier, at: parcel.logistics_time ?? reading.at }];
}

function numberOf(
  { tracking_no: text = '', company_code: code, company_name: name }: Logistics,
  { merchant }: Reading,
): { readonly number: string; readonly carrier?: string } | undefined {
  const read = readTrackingNumber(text);
  const carrier = chineseCarrierOf({ code, name }, merchant);
  return read.kind === 'number' ? { number: read.number, ...(carrier && { carrier }) } : undefined;
}
