import * as z from 'zod';
import type { Instant } from '#shared/returns/record/instant.ts';
import { instant, text } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';
import { casePath } from '../shapes/path.ts';
import { locale } from '../shapes/texts.ts';

const line = z
  .object({
    at: instant.describe('UTC; times within `text` are the merchant’s'),
    receivedAt: z.exactOptional(instant).describe('when it was first heard of; absent of what Backhaul did itself'),
    by: text.describe('`merchant`, `buyer`, `warehouse:east`, `carrier:sf`, `policy:demo-1`, `backhaul` …'),
    kind: text.describe('a stable code'),
    text: z.string().describe('in the language asked for'),
    note: z
      .exactOptional(z.string())
      .describe(
        'of a note: what the person wrote, as they wrote it; absent once the personal data of its record was erased',
      ),
  })
  .meta({ id: 'TimelineEntry', description: 'One line of what happened.' });

export const showTimeline = contract({
  summary: { 'zh-CN': '一个售后单的全部经过', en: 'All that happened to a case' },
  path: casePath,
  query: z.strictObject({ lang: z.exactOptional(locale).describe("absent: the merchant's own") }),
  reply: z.object({ caseKey: text, entries: z.array(line).describe('the earliest first') }),
  example: {
    query: { lang: 'en' },
    reply: {
      caseKey: 'standard:main:RMA-1001',
      entries: [
        {
          at: '2026-03-10T01:30:00.000Z' as Instant,
          receivedAt: '2026-03-10T01:30:02.000Z' as Instant,
          by: 'merchant',
          kind: 'decided',
          text: 'Approved the request',
        },
      ],
    },
  },
});
