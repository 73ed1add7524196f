import { describe, expect, it } from 'vitest';
import type { CaseView } from '#shared/api/case-view.ts';
import type { Locale } from '#shared/words/locale.ts';
import { sentenceOf } from '../../../functions/serve-board/page/pages/case/sentence.ts';

const lines: CaseView['lines'] = [
  { lineId: '1', sku: 'SHOE-41', quantity: 2, title: '红鞋 41 码' },
  { lineId: '2', sku: 'CAP', quantity: 1 },
  { lineId: '3', sku: 'SOCK', quantity: 3, title: 'Sock' },
];
const refund = { amount: 39_800, currency: 'CNY' };

function said(asked: Partial<Parameters<typeof sentenceOf>[0]>, locale: Locale = 'zh-CN'): string {
  return sentenceOf({ lines: [], ...asked }, { locale, money: ({ amount }) => `¥${amount / 100}` })
    .map(({ text }) => text)
    .join('');
}

describe('sentenceOf', () => {
  it('says kind, goods, reason and sum', () => {
    const asked = { kind: 'return', lines: lines.slice(0, 1), reason: 'SIZE', refund } as const;

    expect(said(asked)).toBe('买家要退货退款：红鞋 41 码 × 2，原因：尺码不合适，申请 ¥398');
    expect(said(asked, 'en')).toBe(
      'The buyer wants to send the goods back for a refund: 红鞋 41 码 × 2, reason: size does not fit, asking for ¥398',
    );
  });

  it('names two lines, by their SKU where they have no title, and counts the rest', () => {
    expect(said({ kind: 'exchange', lines })).toBe('买家要换货：红鞋 41 码 × 2、CAP × 1 等另 3 件');
    expect(said({ kind: 'exchange', lines }, 'en')).toBe(
      'The buyer wants an exchange: 红鞋 41 码 × 2, CAP × 1 and 3 more',
    );
  });

  it('leaves out what is not known', () => {
    expect(said({})).toBe('店铺还没说买家要什么');
    expect(said({ kind: 'refund-only', refund })).toBe('买家要仅退款，申请 ¥398');
  });

  it('keeps what came from outside apart', () => {
    const pieces = sentenceOf(
      { kind: 'return', lines: lines.slice(0, 1), reason: '\u202ereason' },
      { locale: 'en', money: () => '' },
    );

    expect(pieces.filter(({ isOutside }) => isOutside).map(({ text }) => text)).toEqual(['红鞋 41 码', '\u202ereason']);
  });
});
