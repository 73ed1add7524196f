import type { Instant } from '../record/instant.ts';
import { compare, factsNamed, type NamedStatement, type Statement } from '../record/statement.ts';
import type { GoodsFact } from './facts.ts';
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

/** What warehouses report of goods, in order. */
export function goodsReports(statements: readonly NamedStatement[]): Statement<GoodsFact>[] {
  return factsNamed(statements, 'received', 'inspected', 'stocked-in') as Statement<GoodsFact>[];
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

/** True of a check, or a stock-in, which is one, after which no more of it is to follow. */
export function isLastCheck({ fact, partial }: GoodsFact): boolean {
  return fact !== 'received' && !partial;
}

/** True of a report that says what came and that this is all of it; a mere arrival says neither. */
export function isWholeCount(fact: GoodsFact): boolean {
  return isLastCheck(fact) || (!fact.partial && (fact.lines?.length ?? 0) > 0);
}

/**
 * When all that had come was checked; undefined while something waits, or more checks are to follow. Without a counted receipt, the first
 * check counts after which none is.
 */
export function checkedAtOf(goods: readonly GoodsFact[]): Instant | undefined {
  const checks = goods.filter((fact) => fact.fact !== 'received');
  const counted = goods.filter((fact) => fact.fact === 'received' && (fact.lines?.length ?? 0) > 0);
  return checks.find((_check, index) => isAllChecked(counted, checks.slice(0, index + 1)))?.at;
}

function isAllChecked(counted: readonly GoodsFact[], checks: readonly GoodsFact[]): boolean {
  const units = counted.length > 0 ? [...reportedUnits([...counted, ...checks]).values()] : [];
  return checks.some(isLastCheck) && units.map(completeUnits).every((each) => inspectedOf(each) >= each.received);
}
