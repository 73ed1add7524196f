import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import { isCaseFact } from '#shared/returns/case/facts.ts';
import { isParcelFact } from '#shared/returns/parcel/facts.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import type { Observed } from '#shared/sources/source.ts';

export const deliveryIdForm = /^[A-Za-z0-9_.:-]{1,128}$/;

/** What of an observation the fold, or whoever passes on its parts, cannot read. */
export function faultyFacts(observed: Observed): unknown[] {
  if (observed.kind === 'notify-only') {
    return toInstant(observed.at) === observed.at ? [] : [observed];
  }
  if (observed.kind === 'several') {
    return observed.parts.filter(({ id, body }) => !deliveryIdForm.test(id) || body.length === 0);
  }
  if (observed.kind !== 'sayings') {
    return observed.reason === '' ? [observed] : [];
  }
  return observed.sayings.flatMap((saying) => {
    const facts: readonly unknown[] = saying.facts;
    const wrongKey = saying.about === 'parcel' && !isCanonical(saying.number) ? [saying.number] : [];
    return [...wrongKey, ...facts.filter((fact) => !(saying.about === 'case' ? isCaseFact(fact) : isParcelFact(fact)))];
  });
}

/** As `readTrackingNumber` gives it: under another spelling the parcel would not meet its case. */
function isCanonical(number: string): boolean {
  const read = readTrackingNumber(number);
  return read.kind === 'number' && read.number === number;
}
