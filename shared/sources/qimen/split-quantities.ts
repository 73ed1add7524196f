import type { ConfirmLine } from './confirm-shape.ts';
import type { InventoryType } from './inventory-types.ts';

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
  for (const [index, line] of lines.entries()) {
    const fault = batchFault(line);
    if (fault !== undefined) {
      return { ok: false, reason: `orderLines.orderLine.${index}.batchs: ${fault}` };
    }
    for (const part of partsOf(line)) {
      const key = `${part.type} ${part.itemCode}`;
      sums.set(key, { ...part, quantity: part.quantity + (sums.get(key)?.quantity ?? 0) });
    }
  }
  return sums.size > mostParts
    ? { ok: false, reason: `orderLines: more than ${mostParts} items and stock types` }
    : { ok: true, parts: [...sums.values()] };
}

/** Quantities that are there must add up to the line's; where types are there, quantities must be, too. */
function batchFault({ actualQty, batchs }: ConfirmLine): string | undefined {
  const batches = batchs?.batch ?? [];
  const counted = batches.filter((batch) => batch.actualQty !== undefined);
  const isTyped = batches.some((batch) => batch.inventoryType !== undefined);
  if (isTyped && counted.length < batches.length) {
    return 'a batch without actualQty beside batches with an inventoryType';
  }
  const sum = counted.reduce((total, batch) => total + (batch.actualQty ?? 0), 0);
  return counted.length > 0 && sum !== actualQty ? "the batches do not add up to the line's actualQty" : undefined;
}

function partsOf({ itemCode, inventoryType: type = 'ZP', actualQty, batchs }: ConfirmLine): Part[] {
  const batches = batchs?.batch ?? [];
  return batches.some((batch) => batch.inventoryType !== undefined)
    ? batches.map((batch) => ({ itemCode, type: batch.inventoryType ?? type, quantity: batch.actualQty ?? 0 }))
    : [{ itemCode, type, quantity: actualQty }];
}
