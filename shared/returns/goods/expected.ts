import type { ParcelFact } from '../parcel/facts.ts';
import { compare, type Statement } from '../record/statement.ts';
import type { Expected } from './facts.ts';

type ExpectedStatement = Statement<Extract<ParcelFact, { readonly fact: 'expected' }>>;

/** Each order under which a warehouse said that it expects the parcel: when it first did, and what it last said is in it. */
export function expectedOf(statements: readonly ExpectedStatement[]): Expected[] {
  const byOrder = new Map<string, Expected>();
  for (const { fact, at } of statements) {
    const { warehouseId, orderCode, lines } = fact;
    const key = `${warehouseId}/${orderCode ?? ''}`;
    const known = byOrder.get(key) ?? { warehouseId, at, ...(orderCode && { orderCode }) };
    byOrder.set(key, { ...known, ...(lines && { lines }) });
  }
  return [...byOrder].sort(([a, x], [b, y]) => compare(x.at, y.at) || compare(a, b)).map(([, expected]) => expected);
}
