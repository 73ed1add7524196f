import type { Expected, ParcelFact } from './fact.ts';
import { compare, type Statement } from './statement.ts';

type Saying = Statement<Extract<ParcelFact, { readonly fact: 'expected' }>>;

/** Each warehouse that said that it expects the parcel: when it first did, and what it last said of its order. */
export function expectedOf(sayings: readonly Saying[]): Expected[] {
  const byWarehouse = new Map<string, Expected>();
  for (const { fact, at } of sayings) {
    const { warehouseId, orderCode, lines } = fact;
    const known = byWarehouse.get(warehouseId) ?? { warehouseId, at };
    byWarehouse.set(warehouseId, { ...known, ...(orderCode && { orderCode }), ...(lines && { lines }) });
  }
  return [...byWarehouse.values()].sort((a, b) => compare(a.at, b.at) || compare(a.warehouseId, b.warehouseId));
}
