import type { CaseDetails, CaseLine } from '../opening/facts.ts';
import type { Instant } from '../record/instant.ts';
import { compare } from '../record/statement.ts';
import type { GoodsFact } from './facts.ts';
import { noUnits, reportedUnits, stockedOf } from './units.ts';

/** When the goods were booked in: by the first report after which no more is to follow, or by the one that completes what the case expects. */
export function stockedInAtOf({ lines = [] }: CaseDetails, goods: readonly GoodsFact[]): Instant | undefined {
  const stockIns = goods.filter(({ fact }) => fact === 'stocked-in').sort((a, b) => compare(a.at, b.at));
  return stockIns.find(({ partial }, index) => !partial || isAllIn(lines, stockIns.slice(0, index + 1)))?.at;
}

function isAllIn(lines: readonly CaseLine[], stockIns: readonly GoodsFact[]): boolean {
  const units = reportedUnits(stockIns);
  const bySku = [...Map.groupBy(lines, ({ sku }) => sku)];
  return lines.length > 0 && bySku.every(([sku, own]) => stockedOf(units.get(sku) ?? noUnits) >= sumOf(own));
}

function sumOf(lines: readonly CaseLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
