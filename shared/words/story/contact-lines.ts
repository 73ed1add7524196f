import type { ContactLines } from '#shared/returns/contact/story.ts';
import { writerWords } from '../writer-words.ts';
import { type LineTexts, reasonText } from './line-texts.ts';

export const contactLines: LineTexts<ContactLines> = {
  'message-sent': ({ by, kind, supervised, asksBuyer }, { word, list, say }) => {
    const writer = word(writerWords, by);
    const under = supervised ? say('（有人负责）', ' under a person') : '';
    return list(
      say(`${writer}${under}给买家发了消息（${kind}）`, `Message to the buyer by ${writer}${under} (${kind})`),
      asksBuyer && say('等待买家回复', 'the buyer is waited for'),
    );
  },
  'message-received': (_, { say }) => say('买家发来消息', 'Message from the buyer'),
  'shipment-stop-requested': (_, { say }) => say('要求拦截发货', 'Asked for the shipment to be intercepted'),
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
  'case-written-up': ({ reasons, mood }, { list, say }) => {
    const tags = reasons.map(({ code, within }) => (within ? `${code}/${within}` : code)).join(say('、', ', '));
    const left = mood && say(`买家情绪 ${mood}`, `the buyer's mood: ${mood}`);
    return list(say(`结案登记：${tags}`, `Written up: ${tags}`), left);
  },
};
