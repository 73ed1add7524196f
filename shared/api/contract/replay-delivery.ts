import * as z from 'zod';
import { contract } from '../contract.ts';
import { delivery, deliveryExample } from '../shapes/delivery.ts';
import { deliveryPath } from '../shapes/path.ts';

export const replayDelivery = contract({
  summary: {
    'zh-CN': '把一条消息按现在的适配器重读一遍',
    en: 'Has a delivery read anew, as it was kept, by the adapter of today',
  },
  path: deliveryPath,
  status: 202,
  reply: z.object({ before: delivery.describe('what had come of it until now') }),
  problems: ['unknownDelivery'],
  example: { reply: { before: deliveryExample } },
});
