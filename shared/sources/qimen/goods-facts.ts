import type { GoodsFact, SkuQuantity } from '#shared/returns/goods/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { qualities } from './inventory-types.ts';
import type { OurPart } from './our-skus.ts';

export interface Booking {
  /** The message's id: the receipt, the check and the stock-in are one act of the warehouse. */
  readonly id: string;
  readonly warehouseId: string;
  readonly at: Instant;
  /** More of the order is to follow. */
  readonly isPartial: boolean;
}

/** That something came, and no word on what. */
export function arrival({ id, isPartial, ...rest }: Booking): GoodsFact {
  return { fact: 'received', receiptId: id, ...rest, ...(isPartial && { partial: true }) };
}

/**
 * Receipt, check and stock-in of one confirm. A check is there even where nothing came, so that nobody waits for one;
 * a stock-in only where something was booked.
 */
export function goodsFacts({ id, isPartial, ...rest }: Booking, parts: readonly OurPart[]): GoodsFact[] {
  const act = { ...rest, ...(isPartial && ({ partial: true } as const)) } as const;
  const checked = parts.filter(({ quantity }) => quantity > 0);
  const inspected = checked.map(({ sku, quantity, type }) => {
    const { result, finding } = qualities[type];
    return { sku, quantity, result, ...(finding && { finding }) };
  });
  const stocked = checked.map(({ sku, quantity, type }) => ({ sku, quantity, condition: qualities[type].condition }));
  return [
    { fact: 'received', receiptId: id, ...act, lines: sumBySku(parts) },
    { fact: 'inspected', inspectionId: id, ...act, lines: inspected },
    ...(stocked.length > 0 ? [{ fact: 'stocked-in', stockInId: id, ...act, lines: stocked } as const] : []),
  ];
}

function sumBySku(parts: readonly OurPart[]): SkuQuantity[] {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of parts) {
    sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  }
  return [...sums].map(([sku, quantity]) => ({ sku, quantity }));
}
