import * as z from 'zod';
import { contract } from '../contract.ts';
import { delivery, deliveryExample } from '../shapes/delivery.ts';
import { casePath } from '../shapes/path.ts';
import { recordName } from '../shapes/record-name.ts';

const { source, channel, id, receivedAt } = delivery.shape;
const said = z
  .object({
    source,
    channel,
    id,
    receivedAt,
    about: recordName.describe('the case, or a parcel of it'),
    delivery: z.exactOptional(delivery).describe('what came of it last; absent where it is kept no more'),
  })
  .meta({ id: 'DeliveryOfCase', description: 'A delivery that spoke of a case or of one of its parcels.' });

export const listCaseDeliveries = contract({
  summary: {
    'zh-CN': '哪些消息说到了这个售后单或其包裹；不含消息内容',
    en: 'Which deliveries spoke of a case or its parcels; nothing of what they say',
  },
  path: casePath,
  reply: z.object({ deliveries: z.array(said).describe('the oldest first, the latest 200 at most') }),
  example: {
    reply: {
      deliveries: [
        {
          source: deliveryExample.source,
          channel: deliveryExample.channel,
          id: deliveryExample.id,
          receivedAt: deliveryExample.receivedAt,
          about: { caseKey: 'standard:main:RMA-1001' },
          delivery: { ...deliveryExample, outcome: 'in-part' },
        },
      ],
    },
  },
});
