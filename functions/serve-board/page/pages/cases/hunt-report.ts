import type { FoundBy } from '#shared/lists/search-memory.ts';
import type { SearchTerm } from '#shared/lists/search-terms.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { CaseRow } from './case-row.ts';
import { type Hunt, huntTest, spellingsOf } from './hunt.ts';

/** What the API found of one term. */
export interface TermFound {
  readonly term: string;
  readonly found: readonly { readonly entry: Entry; readonly by?: FoundBy }[];
}

/** What became of each number that was looked for, in their order. */
export interface HuntReport {
  readonly open: readonly string[];
  /** Found, and only cases that are done. */
  readonly closed: readonly string[];
  /** No case's: a parcel that nobody knows whose it is. */
  readonly parcels: readonly string[];
  readonly missing: readonly string[];
}

type Outcome = keyof HuntReport;

export interface Places {
  /** Of the open cases in memory. */
  readonly rows: readonly CaseRow[];
  /** Numbers of the unclaimed parcels in memory. */
  readonly parcels: ReadonlySet<string>;
  /** Of the API; undefined until it answers. */
  readonly answered: readonly TermFound[] | undefined;
}

/** Tells what was found apart from what was not. Of words nothing is told: the rows say it. */
export function reportOf(hunt: Hunt, places: Places): HuntReport {
  const report = { open: [], closed: [], parcels: [], missing: [] } as Record<Outcome, string[]>;
  if (hunt.kind !== 'numbers') {
    return report;
  }
  const outcomeOf = outcomesIn(hunt, places);
  for (const term of soughtTerms(hunt.terms, (each) => outcomeOf(each) !== 'missing')) {
    report[outcomeOf(term)].push(term.text);
  }
  return report;
}

/** A number written in groups is one where it is found as one, and otherwise as many as were written. */
export function soughtTerms(
  terms: readonly SearchTerm[],
  isFound: (term: SearchTerm) => boolean,
): readonly SearchTerm[] {
  const [first, ...rest] = terms;
  if (!first || rest.length === 0 || first.text !== rest.map(({ text }) => text).join('')) {
    return terms;
  }
  return isFound(first) ? [first] : rest;
}

function outcomesIn(hunt: Extract<Hunt, { kind: 'numbers' }>, { rows, parcels, answered = [] }: Places) {
  const fits = huntTest(hunt) ?? (() => false);
  const hits = rows.filter(fits);
  const names = new Set(hits.flatMap((row) => row.names));
  const told = new Map(answered.map(({ term, found }) => [term, found.map(({ entry }) => entry)]));
  const isOnly = hunt.terms.length === 1;
  return (term: SearchTerm): Outcome => {
    const spellings = spellingsOf(term);
    const found = told.get(term.text) ?? [];
    const cases = found.filter(({ record }) => record === 'case');
    if ((isOnly && hits.length > 0) || spellings.some((each) => names.has(each)) || cases.some((each) => each.isOpen)) {
      return 'open';
    }
    if (cases.length > 0) {
      return 'closed';
    }
    return found.length > 0 || spellings.some((each) => parcels.has(each)) ? 'parcels' : 'missing';
  };
}
