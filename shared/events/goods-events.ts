import * as z from 'zod';
import { inspectionResults, stockConditions } from '#shared/returns/goods/facts.ts';
import { instant, maybeText, quantityWith, skuQuantity } from './values.ts';

const notice = {
  trackingNumber: maybeText,
  warehouseId: z.string(),
  at: instant,
  partial: z.exactOptional(z.literal(true)),
  counted: z.boolean(),
};
const inspected = quantityWith({ result: z.enum(inspectionResults), finding: maybeText, disposition: maybeText });
const inspection = z.strictObject({ ...notice, inspectionId: z.string(), lines: z.array(inspected) });

export const goodsEvents = {
  'Goods Received': z.strictObject({ ...notice, receiptId: z.string(), lines: z.exactOptional(z.array(skuQuantity)) }),
  'Goods Inspected': inspection,
  'Goods Exception Found': inspection,
  'Goods Stocked In': z.strictObject({
    ...notice,
    stockInId: z.string(),
    lines: z.array(quantityWith({ condition: z.enum(stockConditions) })),
  }),
};
