import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import { readTrackingNumbers } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { chineseCarrierOf } from '../chinese-carriers.ts';
import { isReadInPart, isUnread } from '../observed.ts';
import { outboundRead } from '../outbound-facts.ts';
import type { Detail, Logistics } from './detail-shape.ts';
import type { Reading } from './reading.ts';

/**
 * The parcel on its way back (what the case says of it now takes the place of all before), the one that the merchant sent anew, and those in which the order
 * went out.
 */
export function logisticsFacts({ process_info: { logistics_info: info } }: Detail, reading: Reading): CaseFact[] {
  const sentAnew = [info?.exchange, info?.resend].flatMap((parcel) =>
    parcel ? replacementFacts(parcel, reading) : [],
  );
  return [...returnFacts(info?.return, reading), ...sentAnew, ...orderFacts(info?.order, reading)];
}

const orderPath = 'content.process_info.logistics_info.order';

/** The parcels in which the order went out; a number does without its carrier and its time. */
function orderFacts(parcels: readonly Logistics[] | undefined, reading: Reading): CaseFact[] {
  const { origin, at, unread } = reading;
  if (!parcels) {
    return [];
  }
  const isWhole = !unread.some(
    (each) => isReadInPart([each], orderPath) && !/\.(?:company_name|company_code|logistics_time)$/.test(each.path),
  );
  const sent = parcels.map((parcel) => ({ number: parcel.tracking_no ?? '', ...carrierIn(parcel, reading) }));
  return outboundRead(sent, { isWhole, origin, at });
}

const numberPath = 'content.process_info.logistics_info.return.tracking_no';

/** An answer without the parcel says nothing of numbers, and one that cannot be read takes none away. */
function returnFacts(parcel: Logistics | null | undefined, reading: Reading): CaseFact[] {
  const { origin, at, unread } = reading;
  if (isUnread(unread, numberPath)) {
    return [{ fact: 'tracking-unreadable', at }];
  }
  if (!parcel) {
    return [];
  }
  const read = readTrackingNumbers(parcel.tracking_no ?? '');
  if (read.kind === 'invalid') {
    return [{ fact: 'tracking-unreadable', at }];
  }
  const carrier = carrierIn(parcel, reading);
  const numbers = read.kind === 'numbers' ? read.numbers.map(({ number }) => ({ number, ...carrier })) : [];
  const { logistics_time: shippedAt } = parcel;
  return [
    { fact: 'tracking', numbers, whole: true, origin, at, ...(numbers.length > 0 && shippedAt && { shippedAt }) },
  ];
}

function replacementFacts(parcel: Logistics, reading: Reading): CaseFact[] {
  const read = readTrackingNumber(parcel.tracking_no ?? '');
  if (read.kind !== 'number') {
    return [];
  }
  const at = parcel.logistics_time ?? reading.at;
  return [{ fact: 'replacement-shipped', trackingNumber: read.number, ...carrierIn(parcel, reading), at }];
}

function carrierIn(
  { company_code: code, company_name: name }: Logistics,
  { merchant }: Reading,
): { readonly carrier?: string } {
  const carrier = chineseCarrierOf({ code, name }, merchant);
  return carrier ? { carrier } : {};
}
