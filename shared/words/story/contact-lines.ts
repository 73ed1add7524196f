import type { ContactLines } from '#shared/returns/contact/story.ts';
import { writerWords } from '../writer-words.ts';
import { type LineTexts, reasonText } from './line-texts.ts';

export const contactLines: LineTexts<ContactLines> = {
  'message-sent': ({ by, kind }, { word, say }) => {
    const writer = word(writerWords, by);
    return say(`${writer}给买家发了消息（${kind}）`, `Message to the buyer by ${writer} (${kind})`);
  },
  'shipment-stopped': ({ ok, reason }, wording) => {
    const { say } = wording;
    const became = ok
      ? say('发货拦截成功', 'The shipment was intercepted')
      : say('发货拦截失败', 'The shipment could not be intercepted');
    return wording.list(became, reasonText(reason, wording));
  },
  'replacement-shipped': ({ trackingNumber, carrier }, { list, say }) =>
    list(
      say('已给买家寄出新货', 'Sent the replacement'),
      carrier,
      trackingNumber && say(`运单 ${trackingNumber}`, `tracking number ${trackingNumber}`),
    ),
  'ticket-linked': (_, { say }) => say('关联了客服工单', 'Linked a help-desk ticket'),
};
