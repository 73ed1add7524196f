import { caseKindWords } from '#shared/words/case-kind-words.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import type { CaseRow } from './case-row.ts';

type SortKey = string | number | undefined;

const placeOfKind = new Map(Object.keys(caseKindWords).map((kind, place) => [kind, place]));
const placeOfHeadline = new Map(Object.keys(headlineWords).map((headline, place) => [headline, place]));

/** By what the rows of a column are put in order: codes in the order of their words' table, times and sums by themselves. */
const keys = {
  case: ({ entry }) => entry.caseId,
  shop: ({ shop }) => shop,
  order: ({ entry }) => entry.orderId,
  goods: ({ entry }) => entry.goods?.title ?? entry.goods?.sku,
  kind: ({ entry }) => placeOfKind.get(entry.kind ?? ''),
  state: ({ entry }) => placeOfHeadline.get(entry.headline),
  reason: ({ reason }) => reason || undefined,
  asked: ({ asked }) => asked,
  paid: ({ entry }) => entry.paid,
  refunded: ({ entry }) => entry.refunded,
  opened: ({ entry }) => entry.openedAt,
  platform: ({ entry }) => entry.platform?.dueAt,
  owner: ({ entry }) => entry.work.owner?.person ?? entry.work.team,
} as const satisfies Readonly<Record<string, (row: CaseRow) => SortKey>>;

export type SortColumn = keyof typeof keys;
export const sortColumns = Object.keys(keys) as SortColumn[];

export interface Sort {
  readonly by: SortColumn;
  readonly isDown: boolean;
}

/** The rows in order; whichever way, what a row does not have stands last. Rows of the same key stand by their case. */
export function sortRows(rows: readonly CaseRow[], { by, isDown }: Sort): CaseRow[] {
  const keyOf: (row: CaseRow) => SortKey = keys[by];
  const keyed: { readonly row: CaseRow; readonly key: string | number }[] = [];
  const without: CaseRow[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) {
      without.push(row);
    } else {
      keyed.push({ row, key });
    }
  }
  const sign = isDown ? -1 : 1;
  keyed.sort((a, b) => sign * order(a.key, b.key) || order(a.row.id, b.row.id));
  without.sort((a, b) => order(a.id, b.id));
  return [...keyed.map(({ row }) => row), ...without];
}

/** Not by a language's rules, which would take ten times as long. */
function order(a: string | number, b: string | number): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
