import * as z from 'zod';
import type { CaseLine } from '#shared/returns/opening/facts.ts';
import { id, money, quantity, shortText, sku } from './fields.ts';

/** A line of an order, as a store tells it. */
export const caseLine = z.object({
  lineId: id.describe('your id of the line'),
  sku: sku.describe('your SKU; warehouses are told their own code for it'),
  quantity: quantity.describe('how many units'),
  unitPrice: money.describe('what the buyer paid for one'),
  title: shortText.exactOptional().describe('what it is called; warehouses read it'),
  category: shortText.exactOptional().describe('what kind of goods it is'),
  gift: z
    .boolean()
    .exactOptional()
    .describe('`true` for what was given with other goods (赠品) and has to come back with them'),
  noReasonDays: z
    .int()
    .min(0)
    .max(3650)
    .meta({ id: 'days', description: 'A whole number from 0 to 3,650.' })
    .exactOptional()
    .describe(
      "within how many days after delivery it may go back without a reason, by the item's own flag or your longer promise; 0: not at all",
    ),
});

export function caseLineOf({ gift, ...rest }: z.output<typeof caseLine>): CaseLine {
  return { ...rest, ...(gift && { gift }) };
}
