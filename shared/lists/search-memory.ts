import type { Entry } from '#shared/returns/attention/entry.ts';
import type { SearchTerm } from './search-terms.ts';

/** By what an entry was found. */
export const foundBy = ['case', 'order', 'tracking-number', 'buyer', 'other-name', 'tail', 'sku'] as const;
export type FoundBy = (typeof foundBy)[number];

export interface Found {
  readonly entry: Entry;
  readonly by: FoundBy;
}

/** By a whole name, among what is in memory. Letters may be of either case. */
export function findWhole({ text, numbers }: SearchTerm, entries: readonly Entry[]): Found[] {
  const name = text.toUpperCase();
  return entries.flatMap((entry): Found[] => {
    const by = wholeNameIn(entry, name, numbers);
    return by ? [{ entry, by }] : [];
  });
}

function wholeNameIn(entry: Entry, name: string, numbers: readonly string[]): FoundBy | undefined {
  if (entry.record === 'parcel') {
    return numbers.includes(entry.number) ? 'tracking-number' : undefined;
  }
  const { key, caseId, orderId, numbers: own } = entry;
  if (caseId.toUpperCase() === name || key.toUpperCase() === name) {
    return 'case';
  }
  if (orderId?.toUpperCase() === name) {
    return 'order';
  }
  return own.some((number) => numbers.includes(number)) ? 'tracking-number' : undefined;
}

/** By the end of a name, or by a SKU. */
export function findPart({ text }: SearchTerm, entries: readonly Entry[]): Found[] {
  const part = text.toUpperCase();
  return entries.flatMap((entry): Found[] => {
    if (skusOf(entry).some((sku) => sku.toUpperCase() === part)) {
      return [{ entry, by: 'sku' }];
    }
    return namesOf(entry).some((name) => name.toUpperCase().endsWith(part)) ? [{ entry, by: 'tail' }] : [];
  });
}

function namesOf(entry: Entry): string[] {
  return entry.record === 'parcel'
    ? [entry.number]
    : [entry.caseId, ...entry.numbers, ...(entry.orderId ? [entry.orderId] : [])];
}

function skusOf(entry: Entry): string[] {
  return entry.record === 'parcel'
    ? entry.goods.map(({ sku }) => sku)
    : [...entry.skus, ...(entry.goods ? [entry.goods.sku] : [])];
}
