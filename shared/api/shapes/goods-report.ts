import * as z from 'zod';
import { inspectedLine, stockConditions } from '#shared/returns/goods/facts.ts';
import { count, instant, text } from '#shared/returns/record/values.ts';

const { sku, quantity, result, finding, disposition } = inspectedLine.shape;

const line = z.object({
  sku,
  quantity,
  result: z.exactOptional(result).describe('of a check'),
  finding,
  disposition,
  condition: z.exactOptional(z.enum(stockConditions)).describe('of a stock-in'),
});

export const goodsReport = z
  .object({
    kind: z.enum(['received', 'inspected', 'stocked-in']),
    at: instant,
    warehouseId: text,
    number: z.exactOptional(text).describe('the parcel; absent where the warehouse reports by case'),
    partial: z.exactOptional(z.literal(true)).describe('more is to follow'),
    photos: z
      .exactOptional(count)
      .describe('how many pictures there are; their links are personal data and never here'),
    lines: z.exactOptional(z.array(line)).describe('absent where a parcel came that nobody has counted'),
  })
  .meta({
    id: 'GoodsReport',
    description: 'What a warehouse reports of the goods of a case: a receipt, a check or a stock-in.',
  });
