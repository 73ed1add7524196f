import type { MoneyLines } from '#shared/returns/money/story.ts';
import { moneyWords } from '../money-words.ts';
import { type LineTexts, reasonText } from './line-texts.ts';

export const moneyLines: LineTexts<MoneyLines> = {
  refund: ({ kind, amount, outcome, reason }, wording) => {
    const { word, money, list, say } = wording;
    const what = `${word(moneyWords, kind)} ${money(amount)}`;
    const became =
      outcome === 'done' ? say(`已支付${what}`, `Paid: ${what}`) : say(`支付失败：${what}`, `Payment failed: ${what}`);
    return list(became, reasonText(reason, wording));
  },
};
