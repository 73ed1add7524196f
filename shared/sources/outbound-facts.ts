import { readTrackingNumbers } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';

type OutboundFact = Extract<CaseFact, { readonly fact: 'outbound' }>;

/** A parcel in which goods of an order went out, as a sender names it. */
export interface OutboundParcel {
  /** As typed: one number, several, or a word that stands for none. */
  readonly number: string;
  /** The merchant's code of who carries it. */
  readonly carrier?: string | undefined;
}

/**
 * The numbers under which an order's goods went out. What cannot be read as numbers (a note, a phone, a word like *pick-up* that many orders share) is
 * left out and calls nobody: shops type what they like where nothing comes back. Then the numbers are not all, and those that stood stand.
 *
 * @param said - `isWhole`: these are all parcels that the sender knows.
 */
export function outboundFacts(
  parcels: readonly OutboundParcel[],
  { isWhole, origin, at }: { readonly isWhole: boolean } & Pick<OutboundFact, 'origin' | 'at'>,
): OutboundFact[] {
  const read = parcels.map(({ number, carrier }) => ({ carrier, ...readTrackingNumbers(number) }));
  const found = read.flatMap((each) =>
    each.kind === 'numbers'
      ? each.numbers.map(({ number }) => ({ number, ...(each.carrier && { carrier: each.carrier }) }))
      : [],
  );
  const numbers = [...new Map(found.filter(hasDigit).map((each) => [each.number, each])).values()];
  const whole = isWhole && found.every(hasDigit) && read.every(({ kind }) => kind !== 'invalid');
  return whole || numbers.length > 0 ? [{ fact: 'outbound', numbers, whole, origin, at }] : [];
}

/** The same of what was read of an order: where no number is told, most often none went out yet, and nothing is said. */
export function outboundRead(...given: Parameters<typeof outboundFacts>): OutboundFact[] {
  return outboundFacts(...given).filter(({ numbers }) => numbers.length > 0);
}

function hasDigit({ number }: { readonly number: string }): boolean {
  return /\d/.test(number);
}
