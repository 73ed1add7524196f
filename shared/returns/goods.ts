import type { GoodsFact } from './goods-fact.ts';
import type { Instant } from './instant.ts';
import { compare, type Statement } from './statement.ts';
import { completeUnits, inspectedOf, reportedUnits } from './units.ts';

/** A receipt, check or stock-in by its own id, within its warehouse. */
export function goodsIdOf(fact: GoodsFact): string {
  switch (fact.fact) {
    case 'received':
      return `received/${fact.warehouseId}/${fact.receiptId}`;
    case 'inspected':
      return `inspected/${fact.warehouseId}/${fact.inspectionId}`;
    case 'stocked-in':
      return `stocked-in/${fact.warehouseId}/${fact.stockInId}`;
  }
}

/** Each thing that happened to the goods once (of two with one id the later statement), oldest first. */
export function distinctGoods(statements: readonly Statement<GoodsFact>[]): GoodsFact[] {
  const byId = new Map(statements.map(({ fact }) => [goodsIdOf(fact), fact]));
  return [...byId].sort(([a, x], [b, y]) => compare(x.at, y.at) || compare(a, b)).map(([, fact]) => fact);
}

/** When the goods first reached a warehouse, by any report of it. */
export function receivedAtOf(goods: readonly GoodsFact[]): Instant | undefined {
  return goods[0]?.at;
}

/** When all that had come was checked; undefined while something waits. Without a counted receipt, the first check counts. */
export function checkedAtOf(goods: readonly GoodsFact[]): Instant | undefined {
  const checks = goods.filter((fact) => fact.fact !== 'received');
  if (checks.length === 0) {
    return undefined;
  }
  const counted = goods.filter((fact) => fact.fact === 'received' && (fact.lines?.length ?? 0) > 0);
  if (counted.length === 0) {
    return checks[0]?.at;
  }
  return checks.find((_check, index) => isAllChecked([...counted, ...checks.slice(0, index + 1)]))?.at;
}

function isAllChecked(goods: readonly GoodsFact[]): boolean {
  return [...reportedUnits(goods).values()].map(completeUnits).every((units) => inspectedOf(units) >= units.received);
}

/** When the first of the goods was booked in. */
export function stockedInAtOf(goods: readonly GoodsFact[]): Instant | undefined {
  return goods.find((fact) => fact.fact === 'stocked-in')?.at;
}
