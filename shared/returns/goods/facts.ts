import * as z from 'zod';
import { type FactOf, fact } from '../record/fact.ts';
import { count, instant, seen, text, type Value } from '../record/values.ts';

export const skuQuantity = z
  .object({
    sku: text.describe("the goods, by the merchant's SKU"),
    quantity: count.describe('how many units'),
  })
  .meta({ id: 'SkuQuantity', description: 'Units of one SKU.' });
export type SkuQuantity = Value<typeof skuQuantity>;

export const inspectionResults = ['passed', 'passed-with-deduction', 'failed'] as const;
export type InspectionResult = (typeof inspectionResults)[number];
export const stockConditions = ['sellable', 'defective'] as const;
export type StockCondition = (typeof stockConditions)[number];

export const inspectedLine = skuQuantity
  .extend({
    result: z.enum(inspectionResults).meta({ id: 'InspectionResult', description: 'What a check finds of a line.' }),
    finding: z
      .exactOptional(z.string())
      .describe(
        'code of what was found: `damaged`, `worn`, `swapped`, `missing`, `empty`, `wrong-item` …; absent when nothing is wrong',
      ),
    disposition: z
      .exactOptional(z.string())
      .describe('what the warehouse suggests to do with them: `restock`, `refurbish`, `scrap` …'),
  })
  .meta({ id: 'InspectedLine', description: 'Units of one SKU that a warehouse checked, with one result.' });
export type InspectedLine = Value<typeof inspectedLine>;

export const stockedLine = skuQuantity
  .extend({
    condition: z
      .enum(stockConditions)
      .meta({ id: 'StockCondition', description: 'What goods are stocked in as: on sale again, or not.' }),
  })
  .meta({ id: 'StockedLine', description: 'Units of one SKU that a warehouse put into stock, in one condition.' });

/** Units of one SKU. Kept so that `stockedIn ≤ inspected ≤ received`. */
export const units = z.object({
  received: count,
  inspected: z.object({ passed: count, 'passed-with-deduction': count, failed: count }),
  stockedIn: z.object({ sellable: count, defective: count }),
});
export type Units = Value<typeof units>;

/** How many pictures a warehouse took, and a hash of their links: the links themselves are personal data. */
const photos = z.exactOptional(z.object({ count, hash: text }));

/** `partial`: the warehouse says that more is to follow; what is in it counts, and ends nothing. */
const report = { warehouseId: text, partial: z.exactOptional(z.literal(true)), seen, photos };

/** Receipt, check and stock-in at a warehouse; each told once by its own id, by parcel or (without a number) by case. */
export const goodsFacts = {
  received: fact('received', { ...report, receiptId: text, lines: z.exactOptional(z.array(skuQuantity)) }),
  inspected: fact('inspected', { ...report, inspectionId: text, lines: z.array(inspectedLine) }),
  'stocked-in': fact('stocked-in', { ...report, stockInId: text, lines: z.array(stockedLine) }),
};
export type GoodsFact = FactOf<typeof goodsFacts>;

const expectedFields = {
  warehouseId: text,
  orderCode: z.exactOptional(z.string()),
  lines: z.exactOptional(z.array(skuQuantity)),
};
/** A warehouse says that it expects a parcel, whoever told it; `orderCode` is its own number for it. */
export const expected = z.object({ at: instant, ...expectedFields });
export type Expected = Value<typeof expected>;

/** What warehouses say of a parcel before it comes. */
export const expectationFacts = { expected: fact('expected', { ...expectedFields, seen }) };
