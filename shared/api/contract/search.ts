import * as z from 'zod';
import { foundBy } from '#shared/lists/search-memory.ts';
import { count, text } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';
import { entry } from '../shapes/entry.ts';
import { caseEntryExample } from '../shapes/entry-example.ts';

/** Two hundred numbers, and what stands between them. */
const mostChars = 20_000;

export const search = contract({
  summary: {
    'zh-CN': '按售后单、订单、运单号（或尾号）、买家编号、SKU 查找；最多一次粘贴 200 个',
    en: 'Finds records by case, order, tracking number or its tail, buyer reference or SKU, up to 200 pasted at once',
  },
  body: z.strictObject({ text: z.string().min(1).max(mostChars).describe('what was pasted') }),
  reply: z.object({
    terms: z.array(
      z.object({
        term: text,
        found: z.array(z.object({ entry, by: z.enum(foundBy) })).describe('the surest first'),
        isCut: z.boolean().describe('more fit than are shown'),
      }),
    ),
    more: count.describe('so many more were pasted than are looked for at once'),
  }),
  example: {
    body: { text: 'SO-1001' },
    reply: { terms: [{ term: 'SO-1001', found: [{ entry: caseEntryExample, by: 'order' }], isCut: false }], more: 0 },
  },
});
