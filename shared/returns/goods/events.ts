import * as z from 'zod';
import { caseEvent } from '../record/event.ts';
import { instant, text } from '../record/values.ts';
import { inspectedLine, skuQuantity, stockedLine } from './facts.ts';

const notice = {
  trackingNumber: z.exactOptional(text).describe('the parcel; absent where the warehouse reports by case'),
  warehouseId: text.describe("the warehouse that reports it, by its id in the merchant's file"),
  at: instant.describe('when it was done, by the word of the warehouse'),
  partial: z.exactOptional(z.literal(true)).describe('the warehouse says that more is to follow'),
  counted: z
    .boolean()
    .describe(
      "whether the goods count for the case; false where the case's latest statement no longer names this number, or nobody has said yet whose goods these are",
    ),
};
const inspection = {
  ...notice,
  inspectionId: text.describe("the warehouse's id of the check"),
  lines: z.array(inspectedLine).describe('what was found; several lines may be of one SKU'),
};

export const goodsEvents = {
  'Goods Attributed': caseEvent(
    'Whose goods are is another than was told when they came: what was seen stays true, and whether it counts for this case has changed.',
    {
      trackingNumber: text.describe('the number of the parcel'),
      counted: z.boolean().describe('whether its goods count for the case now'),
      lines: z.array(skuQuantity).describe('how many units that came are the case’s own; empty where none count'),
    },
    { topic: 'attribution', by: ['trackingNumber'] },
  ),
  'Goods Received': caseEvent('A warehouse booked a receipt.', {
    ...notice,
    receiptId: text.describe("the warehouse's id of the receipt"),
    lines: z
      .exactOptional(z.array(skuQuantity))
      .describe('what was counted at the dock; absent where nobody counts there'),
  }),
  'Goods Inspected': caseEvent('A warehouse checked goods.', inspection),
  'Goods Exception Found': caseEvent(
    'A check found goods that are not as they should be.',
    {
      ...inspection,
      lines: z
        .array(inspectedLine)
        .describe('what is wrong; empty once the warehouse corrected its check and nothing is any more'),
    },
    { topic: 'exception', by: ['warehouseId', 'inspectionId', 'trackingNumber'] },
  ),
  'Goods Stocked In': caseEvent('A warehouse put goods into stock.', {
    ...notice,
    stockInId: text.describe("the warehouse's id of the booking"),
    lines: z.array(stockedLine).describe('what was booked; several lines may be of one SKU'),
  }),
};
