import type { Warehouse } from '#shared/merchant/merchant.ts';
import { hashId } from '../delivery-id.ts';
import type { Delivery } from '../source.ts';
import { anyWarehouse } from './about.ts';

/** Where a report came from, and all that is needed to understand it. */
export interface Context {
  readonly delivery: Delivery;
  readonly warehouse: Warehouse;
  readonly qimen: NonNullable<Warehouse['qimen']>;
}

/** Why what is said of a place or an owner does not concern us. */
export function foreignFault(
  { warehouse, qimen }: Context,
  said: { readonly warehouseCode?: string | undefined; readonly ownerCodes: readonly (string | undefined)[] },
): string | undefined {
  const codes = new Set([qimen.warehouseCode, said.warehouseCode ?? qimen.warehouseCode]);
  if (codes.size > 1 && !codes.has(anyWarehouse)) {
    return 'warehouseCode: is not the one of this warehouse';
  }
  const { ownerCode } = warehouse;
  const isForeign = said.ownerCodes.some((each) => ownerCode !== undefined && each !== undefined && each !== ownerCode);
  return isForeign ? 'ownerCode: these goods are of another owner' : undefined;
}

/**
 * The sender's own id of a message, within its order; where it gives none, a hash of what tells it from any other report of that order, since a WMS that
 * sends a message again may write it in other words.
 *
 * @param said - In one form, however it was written.
 */
export function messageIdOf(orderCode: string, outBizCode: string | undefined, said: unknown): string {
  return `${orderCode}/${outBizCode ?? hashId(JSON.stringify(said)).slice('sha256-'.length, 39)}`;
}
