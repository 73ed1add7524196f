import { readTrackingNumbers } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { chineseCarrierOf } from '../chinese-carriers.ts';
import { isReadInPart, isUnread } from '../observed.ts';
import { outboundRead } from '../outbound-facts.ts';
import { replacementFacts } from '../replacement-facts.ts';
import type { Unread } from '../source.ts';
import type { Detail, Logistics } from './detail-shape.ts';
import type { Reading } from './reading.ts';

/**
 * The parcel on its way back (what the case says of it now takes the place of all before), the one that the merchant sent anew, and those in which the order
 * went out.
 */
export function logisticsFacts({ process_info: { logistics_info: info } }: Detail, reading: Reading): CaseFact[] {
  const sentAnew = anewIn(info).flatMap(([path, parcel]) => sentAnewFacts(parcel, path, reading));
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

type Info = Detail['process_info']['logistics_info'];

/** What the merchant sent anew, and where its number stands. */
function anewIn(info: Info): (readonly [path: string, parcel: Logistics])[] {
  const parcels = [['exchange', info?.exchange] as const, ['resend', info?.resend] as const];
  return parcels.flatMap(([name, parcel]) =>
    parcel ? [[`content.process_info.logistics_info.${name}.tracking_no`, parcel] as const] : [],
  );
}

/** A parcel without a number is not there yet; one whose number cannot be read is. */
function sentAnewFacts(parcel: Logistics, path: string, reading: Reading): CaseFact[] {
  const { tracking_no: text = '', logistics_time: at = reading.at } = parcel;
  const isThere = readTrackingNumbers(text).kind !== 'placeholder' || isUnread(reading.unread, path);
  return isThere ? replacementFacts(text, { ...carrierIn(parcel, reading), at }) : [];
}

/** Numbers of what was sent anew that are none. */
export function unreadableAnew({ process_info: { logistics_info: info } }: Detail): Unread[] {
  const broken = anewIn(info).filter(([, parcel]) => readTrackingNumbers(parcel.tracking_no ?? '').kind === 'invalid');
  return broken.map(([path]) => ({ path, expected: 'must be a tracking number, or several' }));
}

function carrierIn(
  { company_code: code, company_name: name }: Logistics,
  { merchant }: Reading,
): { readonly carrier?: string } {
  const carrier = chineseCarrierOf({ code, name }, merchant);
  return carrier ? { carrier } : {};
}
