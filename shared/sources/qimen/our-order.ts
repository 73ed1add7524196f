import type { Warehouse } from '#shared/merchant/merchant.ts';

/** How our numbers for orders look (shared/calling-out/next-step.ts). */
const form = /^BH[0-9A-F]{16}$/;

/** Whether Backhaul gave the warehouse this order, so that its code leads to a case. */
export function isOurOrder(orderCode: string, { announceBy }: Pick<Warehouse, 'announceBy'>): boolean {
  return announceBy === 'backhaul' && form.test(orderCode);
}
