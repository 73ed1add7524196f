import * as z from 'zod';
import { event } from '../record/event.ts';
import { instant, text } from '../record/values.ts';
import { inspectedLine, skuQuantity, stockedLine } from './facts.ts';

const notice = {
  trackingNumber: z.exactOptional(text),
  warehouseId: text,
  at: instant,
  /** The warehouse says that more is to follow. */
  partial: z.exactOptional(z.literal(true)),
  /** False where the case's latest statement no longer names this number, or nobody has said yet whose goods these are. */
  counted: z.boolean(),
};
const inspection = { ...notice, inspectionId: text, lines: z.array(inspectedLine) };

export const goodsEvents = {
  'Goods Received': event('A warehouse booked a receipt.', {
    ...notice,
    receiptId: text,
    lines: z.exactOptional(z.array(skuQuantity)),
  }),
  'Goods Inspected': event('A warehouse checked goods.', inspection),
  /** A value: no lines once the warehouse corrected its check and nothing is wrong any more. */
  'Goods Exception Found': event('A check found goods that are not as they should be.', inspection, {
    topic: 'exception',
    by: ['warehouseId', 'inspectionId', 'trackingNumber'],
  }),
  'Goods Stocked In': event('A warehouse put goods into stock.', {
    ...notice,
    stockInId: text,
    lines: z.array(stockedLine),
  }),
};
