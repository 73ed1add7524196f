import { readTrackingNumbers } from '#shared/identifiers/tracking-numbers.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';

type Shipped = Extract<CaseFact, { readonly fact: 'replacement-shipped' }>;

/** What the buyer gets instead was sent: one fact for each number in the field, one without a number where none can be read there, for it was sent all the same. */
export function replacementFacts(text: string, sent: Pick<Shipped, 'at' | 'carrier'>): Shipped[] {
  const read = readTrackingNumbers(text);
  const shipped = { fact: 'replacement-shipped', ...sent } as const;
  return read.kind === 'numbers'
    ? read.numbers.map(({ number }) => ({ ...shipped, trackingNumber: number }))
    : [shipped];
}
