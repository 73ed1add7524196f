import * as z from 'zod';
import { count, text } from '#shared/returns/record/values.ts';

export const goods = z
  .object({
    sku: text,
    expected: count,
    received: count,
    over: count.describe('received beyond what the case expects'),
    short: count.describe('expected and not come, once all that was sent has come and was counted'),
    unexpected: count.describe('received of a SKU that the case does not name'),
    inspected: z.object({ passed: count, 'passed-with-deduction': count, failed: count }),
    stockedIn: z.object({ sellable: count, defective: count }),
  })
  .meta({ id: 'Goods', description: 'Units of one SKU within a case: stocked in, checked, received, expected.' });
