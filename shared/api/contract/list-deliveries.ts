import * as z from 'zod';
import { contract } from '../contract.ts';
import { deliveryLists } from '../ports.ts';
import { cursor } from '../shapes/cursor.ts';
import { delivery, deliveryExample } from '../shapes/delivery.ts';

export const listDeliveries = contract({
  summary: {
    'zh-CN': '需要人看的消息：看不懂的，或还对不上售后单的',
    en: 'Deliveries that a person may have to look at: not understood, or without their case',
  },
  query: z.strictObject({
    outcome: z.enum(deliveryLists).default('not-understood'),
    source: z.exactOptional(z.string()).describe('of this source alone'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: z.exactOptional(cursor),
  }),
  reply: z.object({
    deliveries: z.array(delivery).describe('the oldest first'),
    after: z
      .exactOptional(z.string())
      .describe('where the next page begins; absent after the last. A page may be empty and not be the last'),
  }),
  example: {
    query: { outcome: 'not-understood', limit: '50' },
    reply: {
      deliveries: [deliveryExample],
      after: 'MjAyNi0wMy0xMFQwOTowMTowMC4wMDBa',
    },
  },
});
