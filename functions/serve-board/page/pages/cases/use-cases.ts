import { useMemo, useState } from 'react';
import { entryIdOf } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { useNow } from '../../data/use-now.ts';
import { useRecords } from '../../data/use-records.ts';
import { type CaseRow, rowOf, rowsOf } from './case-row.ts';
import { huntFor } from './hunt.ts';
import { type HuntReport, reportOf } from './hunt-report.ts';
import { namesOf, type Reader } from './reader.ts';
import { rowTests } from './row-tests.ts';
import { type Sifted, siftRows } from './sift-rows.ts';
import { sortRows } from './sort-rows.ts';
import { type Answered, useHunt } from './use-hunt.ts';
import type { Wish } from './wish.ts';

export interface Cases {
  readonly state: 'loading' | 'failed' | 'there';
  /** Why there are none. */
  readonly error: Error | null;
  readonly again: () => void;
  /** All that are known, those among them that the API found. */
  readonly rows: readonly CaseRow[];
  /** What the filters leave, in order. */
  readonly sifted: Sifted;
  /** Found by the search, and left out by other filters. */
  readonly hidden: number;
  readonly answered: Answered;
  readonly report: HuntReport;
}

/** The cases that somebody wants to see, worked out of what is in memory, and of what the API found for their search. */
export function useCases(wish: Wish, reader: Reader): Cases {
  const records = useRecords();
  const now = useNow();
  const entries = records.data?.entries;
  const answered = useHunt(wish.text);
  const { cases, terms } = answered;
  const { tab, text, sort } = wish;
  const open = useMemo(() => rowsOf(entries?.values() ?? []), [entries]);
  const rows = useMemo(() => withFound(open, cases), [open, cases]);
  // Only some filters need to look again when time goes by.
  const [began] = useState(now);
  const looksAt: Instant = wish.time || wish.waitsOn.length > 0 ? now : began;
  const tests = useMemo(() => {
    const found = new Set(cases.map(entryIdOf));
    return rowTests(wish, { names: namesOf(reader), timeZone: reader.me.merchant.timeZone, now: looksAt }, found);
  }, [wish, looksAt, reader, cases]);
  // Put in order before they are filtered: whoever only filters waits for no sorting.
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort]);
  const sifted = useMemo(() => siftRows(sorted, tests, tab), [sorted, tests, tab]);
  const hidden = useMemo(() => {
    const { text: isFound } = tests;
    return isFound ? rows.filter(isFound).length - sifted.shown.length : 0;
  }, [rows, tests, sifted]);
  const report = useMemo(() => {
    const parcels = [...(entries?.values() ?? [])].flatMap((each) => (each.record === 'parcel' ? each.number : []));
    return reportOf(huntFor(text), { rows: open, parcels: new Set(parcels), answered: terms });
  }, [text, open, entries, terms]);
  const state = entries ? 'there' : records.error ? 'failed' : 'loading';
  return {
    state,
    error: records.error,
    again: () => void records.refetch(),
    rows,
    sifted,
    hidden,
    answered,
    report,
  };
}

function withFound(open: readonly CaseRow[], cases: Answered['cases']): readonly CaseRow[] {
  if (cases.length === 0) {
    return open;
  }
  const known = new Set(open.map(({ id }) => id));
  const others = new Map(cases.map((entry) => [entryIdOf(entry), rowOf(entry)]));
  return [...open, ...[...others.values()].filter(({ id }) => !known.has(id))];
}
