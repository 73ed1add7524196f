import { contract } from '../contract.ts';
import { delivery, deliveryExample } from '../shapes/delivery.ts';
import { deliveryPath } from '../shapes/path.ts';

export const showDelivery = contract({
  summary: { 'zh-CN': '一条收到的消息，及其处理结果', en: 'One delivery, and what came of it' },
  path: deliveryPath,
  reply: delivery,
  problems: ['unknownDelivery'],
  example: { reply: deliveryExample },
});
