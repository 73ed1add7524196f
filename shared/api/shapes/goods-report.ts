import * as z from 'zod';
import { inspectedLine } from '#shared/returns/goods/facts.ts';
import { count, instant, text } from '#shared/returns/record/values.ts';

export const goodsReport = z
  .object({
    kind: z.enum(['received', 'inspected', 'stocked-in']),
    at: instant,
    warehouseId: text,
    number: z.exactOptional(text).describe('the parcel; absent where the warehouse reports by case'),
    partial: z.exactOptional(z.literal(true)).describe('more is to follow'),
    uncounted: z.exactOptional(z.literal(true)).describe('a parcel came, and nobody has said what is in it'),
    photos: z
      .exactOptional(count)
      .describe('how many pictures there are; their links are personal data and never here'),
    found: z.exactOptional(z.array(inspectedLine)).describe('of a check: what is not as it should be'),
  })
  .meta({
    id: 'GoodsReport',
    description:
      'That a warehouse reported a receipt, a check or a stock-in. How many units there are of what stands with the goods.',
  });
