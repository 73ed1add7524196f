import type { TrackingLines } from '#shared/returns/tracking/story.ts';
import type { LineTexts } from './line-texts.ts';

export const trackingLines: LineTexts<TrackingLines> = {
  tracking: ({ added, gone, shippedAt }, { list, say, time }) => {
    const news = added
      .map(({ number, carrier }) => (carrier ? `${number} (${carrier})` : number))
      .join(say('、', ', '));
    const olds = gone.join(say('、', ', '));
    const sentAt = shippedAt && time(shippedAt);
    const shipped = sentAt && say(`${sentAt} 寄出`, `sent at ${sentAt}`);
    if (!news) {
      return say(`退货运单号 ${olds} 作废`, `Tracking number ${olds} no longer counts`);
    }
    return olds
      ? list(say(`退货运单号改为 ${news}，取代 ${olds}`, `Tracking number now ${news}, in place of ${olds}`), shipped)
      : list(say(`退货运单号：${news}`, `Goods come back under tracking number ${news}`), shipped);
  },
  outbound: ({ numbers }, { say }) => {
    const named = numbers.join(say('、', ', '));
    return named
      ? say(`发货运单号：${named}`, `Goods went out under tracking number ${named}`)
      : say('没有发货运单号', 'No tracking number of goods that went out');
  },
  'tracking-unreadable': (_, { say }) =>
    say('填写的退货运单号无法识别', 'States a tracking number that cannot be read'),
};
