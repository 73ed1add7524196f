import * as z from 'zod';
import type { Instant } from '#shared/returns/record/instant.ts';
import { count, instant, text } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';
import { attentionGroup, entry } from '../shapes/entry.ts';
import { caseEntryExample } from '../shapes/entry-example.ts';

const silentShop = z
  .object({ source: text, channel: text, shop: text, since: instant })
  .meta({ id: 'SilentShop', description: 'A shop whose hook tells of nothing, since the first change that it kept.' });

export const listCases = contract({
  summary: {
    'zh-CN': '全部未结单据，一单一行；带上 since 时只给其后的变化',
    en: 'All open records, a row each; with `since`, only what changed after it',
  },
  polled: true,
  query: z.strictObject({
    since: z
      .exactOptional(text)
      .describe('the cursor of the answer before; one that is too old or of another sight begins anew'),
  }),
  reply: z.object({
    whole: z
      .boolean()
      .describe('all that is open: what was there before is no more. Else what changed, some of it a second time'),
    entries: z.array(entry).describe('of two versions of one the higher one counts; what is not open is to be dropped'),
    counts: z.array(z.object({ group: attentionGroup, count })).describe('of the attention list, now'),
    silent: z
      .array(silentShop)
      .describe('shops in sight whose changes come without webhooks, minutes late, by reading them'),
    cursor: text.describe('for `since` of the next question'),
  }),
  example: {
    query: { since: 'MjAyNi0wMy0xMFQwOTowMTowMC4wMDBa' },
    reply: {
      whole: false,
      entries: [caseEntryExample],
      counts: [{ group: 'to-decide', count: 1 }],
      silent: [{ source: 'doudian', channel: 'app', shop: '8001', since: '2026-03-10T08:20:00.000Z' as Instant }],
      cursor: 'MjAyNi0wMy0xMFQwOTowMjowMC4wMDBa',
    },
  },
});
