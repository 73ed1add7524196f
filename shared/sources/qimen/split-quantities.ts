import type { ConfirmLine } from './confirm-shape.ts';
import { type InventoryType, isInventoryType } from './inventory-types.ts';

/** Units of one item of one stock type. */
export interface Part {
  readonly itemCode: string;
  readonly type: InventoryType;
  readonly quantity: number;
}

export type Split =
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly reason: string };

/** A case has to fit into one item of the table several times over. */
const mostParts = 200;

/**
 * A confirm's lines as sums by item and stock type. Batches that name a type of their own win over the line. A type that is nowhere named is
 * `ZP`, as documented for lines and batches alike. Parts of no units are kept: that nothing came is said, too.
 */
export function splitQuantities(lines: readonly ConfirmLine[]): Split {
  const sums = new Map<string, Part>();
  for (const part of lines.flatMap(partsOf)) {
    const key = `${part.type} ${part.itemCode}`;
    sums.set(key, { ...part, quantity: part.quantity + (sums.get(key)?.quantity ?? 0) });
  }
  return sums.size > mostParts
    ? { ok: false, reason: `orderLines: more than ${mostParts} items and stock types` }
    : { ok: true, parts: [...sums.values()] };
}

function partsOf({ itemCode, inventoryType: type = 'ZP', actualQty, batchs }: ConfirmLine): Part[] {
  const batches = batchs?.batch ?? [];
  return batches.some((batch) => batch.inventoryType !== undefined)
    ? batches.map(({ inventoryType: own = type, actualQty: quantity = 0 }) => ({
        itemCode,
        type: isInventoryType(own) ? own : type,
        quantity,
      }))
    : [{ itemCode, type, quantity: actualQty }];
}
