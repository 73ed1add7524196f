import type { CaseRow } from './case-row.ts';
import { type Tab, tabs } from './tabs.ts';

/** Which filters there are; each is one part of the wish. */
export const filterNames = ['text', 'shop', 'kind', 'reason', 'owner', 'flag', 'money', 'waits', 'time'] as const;
export type FilterName = (typeof filterNames)[number];
export type RowTests = Readonly<Partial<Record<FilterName, (row: CaseRow) => boolean>>>;

export interface Sifted {
  /** What all filters and the tab leave, in the order that they came in. */
  readonly shown: readonly CaseRow[];
  /** How many the filters leave in each tab. */
  readonly counts: Readonly<Record<Tab, number>>;
  /** How many more there were without this one filter: what to loosen where nothing is left. */
  readonly without: Readonly<Partial<Record<FilterName, number>>>;
}

/** One pass over all rows: with ten thousand of them there is no time for one a filter. */
export function siftRows(rows: readonly CaseRow[], tests: RowTests, tab: Tab): Sifted {
  const active = filterNames.flatMap((name) => {
    const test = tests[name];
    return test ? [{ name, test }] : [];
  });
  const passed: CaseRow[] = [];
  const stopped: { readonly row: CaseRow; readonly by: FilterName }[] = [];
  for (const row of rows) {
    const [by, another] = firstStops(row, active);
    if (by === undefined) {
      passed.push(row);
    } else if (another === undefined) {
      stopped.push({ row, by });
    }
  }
  const isInTab = (row: CaseRow) => tab === 'all' || row.tab === tab;
  return {
    shown: passed.filter(isInTab),
    counts: countsOf(passed),
    without: withoutOf(stopped.filter(({ row }) => isInTab(row)).map(({ by }) => by)),
  };
}

function countsOf(rows: readonly CaseRow[]): Record<Tab, number> {
  const counts = Object.fromEntries(tabs.map((each) => [each, 0])) as Record<Tab, number>;
  for (const { tab } of rows) {
    counts[tab] += 1;
  }
  return { ...counts, all: rows.length };
}

function withoutOf(names: readonly FilterName[]): Sifted['without'] {
  const without: Partial<Record<FilterName, number>> = {};
  for (const name of names) {
    without[name] = (without[name] ?? 0) + 1;
  }
  return without;
}

interface Active {
  readonly name: FilterName;
  readonly test: (row: CaseRow) => boolean;
}

const none: readonly FilterName[] = [];

/** The filters that a row does not pass, at most two of them: more say nothing more. */
function firstStops(row: CaseRow, active: readonly Active[]): readonly FilterName[] {
  let stops: FilterName[] | undefined;
  for (const { name, test } of active) {
    if (!test(row)) {
      stops ??= [];
      stops.push(name);
      if (stops.length === 2) {
        return stops;
      }
    }
  }
  return stops ?? none;
}
