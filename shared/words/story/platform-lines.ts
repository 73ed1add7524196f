import type { PlatformLines } from '#shared/returns/platform/story.ts';
import { isBareNumber } from '../bare-number.ts';
import type { LineTexts } from './line-texts.ts';

export const platformLines: LineTexts<PlatformLines> = {
  'platform-status': ({ status }, { say }) =>
    isBareNumber(status)
      ? say(`平台代码 ${status}`, `Its code in the store: ${status}`)
      : say(`店铺状态：${status}`, `Status in the store: ${status}`),
  'webhook-missed': (_, { say }) =>
    say('有变更没有推送过来，是定时核对时发现的', 'Changed without telling us; found by looking'),
  'store-behind': (_, { say }) =>
    say('多次查询仍是变更前的内容', 'Still shows the case as it was before the change, however often it is asked'),
  'store-disposition': ({ dispositions }, { say }) => {
    const booked = dispositions
      .map(({ type, quantity, sku }) => `${quantity} × ${sku ? `${sku} ` : ''}${type}`)
      .join(say('、', ', '));
    return say(`店铺登记的处置：${booked}`, `Booked in the store: ${booked}`);
  },
};
