import type { FoundBy } from '#shared/lists/search-memory.ts';
import { entryIdOf } from '#shared/returns/attention/entry.ts';
import type { CaseRow } from './case-row.ts';
import { type Hunt, spellingsOf } from './hunt.ts';
import type { TermFound } from './hunt-report.ts';

/** By what a case was found, where that is not its own number. */
export type MatchKind = 'order' | 'parcel' | 'sku' | 'buyer' | 'other';

export interface Match {
  readonly kind: MatchKind;
  /** All of the number. */
  readonly text: string;
}

/** Which number of a row fits what is looked for; of what no row holds, what the API found it by. */
export function matchesFor(hunt: Hunt, answered: readonly TermFound[] = []): (row: CaseRow) => Match | undefined {
  if (hunt.kind !== 'numbers') {
    return () => undefined;
  }
  const parts = hunt.terms.flatMap(spellingsOf);
  const wanted = new Set(parts);
  const isPart = hunt.terms.length === 1;
  const fits = (name: string | undefined) => {
    const capitals = name?.toUpperCase() ?? '';
    return wanted.has(capitals) || (isPart && parts.some((part) => capitals.includes(part)));
  };
  const elsewhere = foundElsewhere(answered);
  return (row) => {
    const { caseId, key } = row.entry;
    return fits(caseId) || wanted.has(key.toUpperCase()) ? undefined : (ownMatch(row, fits) ?? elsewhere.get(row.id));
  };
}

function ownMatch({ entry }: CaseRow, fits: (name: string | undefined) => boolean): Match | undefined {
  const { numbers, orderId, goods, skus } = entry;
  const own = [
    ...numbers.map((text) => ({ kind: 'parcel' as const, text })),
    ...(orderId ? [{ kind: 'order' as const, text: orderId }] : []),
    ...[goods?.sku, ...skus].flatMap((text) => (text ? [{ kind: 'sku' as const, text }] : [])),
  ];
  return own.find(({ text }) => fits(text));
}

/** A buyer's reference and a former number are in no list: what was looked for is all there is to show. */
const kindsElsewhere: Readonly<Partial<Record<FoundBy, MatchKind>>> = { buyer: 'buyer', 'tracking-number': 'parcel' };

function foundElsewhere(answered: readonly TermFound[]): ReadonlyMap<string, Match> {
  const matches = answered.flatMap(({ term, found }) =>
    found
      .filter(({ by }) => by !== undefined && by !== 'case')
      .map(({ entry, by }) => [entryIdOf(entry), { kind: (by && kindsElsewhere[by]) ?? 'other', text: term }] as const),
  );
  return new Map(matches);
}
