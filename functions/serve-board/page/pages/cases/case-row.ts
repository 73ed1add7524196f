import { type CaseEntry, type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';
import { reasonWords } from '#shared/words/reason-words.ts';
import type { Words } from '#shared/words/words.ts';
import { type Tab, tabOfHeadline } from './tabs.ts';

/** A case with all that filters, sorting and the search look at, worked out once. */
export interface CaseRow {
  readonly id: string;
  readonly entry: CaseEntry;
  readonly tab: Tab;
  /** `<source>:<shop>`. */
  readonly shop: string;
  /** One code for all that people read as the same; empty where there is none. */
  readonly reason: string;
  /** What was asked for, in whole units of its currency. */
  readonly asked?: number;
  /** All by which it is found whole, in capitals. */
  readonly names: readonly string[];
  /** All in which a part is looked for, in capitals. */
  readonly searched: string;
}

/** An entry is never changed: a newer one takes its place. */
const made = new WeakMap<CaseEntry, CaseRow>();

export function rowsOf(entries: Iterable<Entry>): CaseRow[] {
  const rows: CaseRow[] = [];
  for (const entry of entries) {
    if (entry.record === 'case') {
      rows.push(rowOf(entry));
    }
  }
  return rows;
}

export function rowOf(entry: CaseEntry): CaseRow {
  const known = made.get(entry) ?? makeRow(entry);
  made.set(entry, known);
  return known;
}

function makeRow(entry: CaseEntry): CaseRow {
  const { source, shop, key, caseId, orderId = '', numbers, skus, goods, headline, reason, asked, currency } = entry;
  const names = [caseId, key, orderId, ...numbers, goods?.sku ?? '', ...skus].filter((name) => name !== '');
  const capitals = names.map((name) => name.toUpperCase());
  return {
    id: entryIdOf(entry),
    entry,
    tab: tabOfHeadline(headline),
    shop: `${source}:${shop}`,
    reason: reason === undefined ? '' : reasonCodeOf(reason),
    ...(asked !== undefined && currency !== undefined && { asked: asked / unitsIn(currency) }),
    names: capitals,
    searched: [...capitals, goods?.title?.toUpperCase() ?? ''].join('\n'),
  };
}

const words: Words = reasonWords;
const firstOfText = new Map(
  Object.entries(words)
    .reverse()
    .map(([code, texts]) => [texts['zh-CN'], code]),
);

/** `color` and `colour-preference` are one reason to whoever reads them. */
function reasonCodeOf(reason: string): string {
  const plain = reason.toLowerCase().replaceAll('_', '-');
  const texts = Object.hasOwn(words, plain) ? words[plain] : undefined;
  return (texts && firstOfText.get(texts['zh-CN'])) ?? reason;
}

const units = new Map<string, number>();

/** How many minor units a currency's unit has. */
export function unitsIn(currency: string): number {
  const known = units.get(currency) ?? 10 ** digitsOf(currency);
  units.set(currency, known);
  return known;
}

function digitsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) {
    return 0;
  }
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
