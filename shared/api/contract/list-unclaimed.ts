import * as z from 'zod';
import { contract } from '../contract.ts';
import { parcelEntry } from '../shapes/entry.ts';
import { parcelEntryExample } from '../shapes/entry-example.ts';

export const listUnclaimed = contract({
  summary: { 'zh-CN': '无主件：收到了，但不属于任何售后单', en: 'Parcels that came and that no case counts' },
  polled: true,
  reply: z.object({ parcels: z.array(parcelEntry).describe('the longest waiting first') }),
  example: { reply: { parcels: [parcelEntryExample] } },
});
