import { describe, expect, it } from 'vitest';
import { huntFor } from '../../../../functions/serve-board/page/pages/cases/hunt.ts';
import type { TermFound } from '../../../../functions/serve-board/page/pages/cases/hunt-report.ts';
import { matchesFor } from '../../../../functions/serve-board/page/pages/cases/match.ts';
import { matchText } from '../../../../functions/serve-board/page/pages/cases/match-text.ts';
import { row } from './case-fixtures.ts';

const one = row('RMA-1001', {
  orderId: 'SO-5001',
  numbers: ['SF1234567890'],
  goods: { sku: 'SHOE-41', quantity: 1, more: 0 },
});

function matched(text: string, answered?: readonly TermFound[]) {
  return matchText(matchesFor(huntFor(text), answered)(one), 'zh-CN');
}

describe('by which number a case was found', () => {
  it.each([
    ['its own', 'RMA-1001', undefined],
    ['a part of its own', '1001', undefined],
    ['its order', 'so-5001', '匹配订单 SO-5001'],
    ['the end of its parcel', '567890', '匹配运单 SF1234567890'],
    ['one of several that were pasted', 'RMA-7777\nSF1234567890', '匹配运单 SF1234567890'],
    ['a SKU', 'SHOE-41', '匹配 SKU SHOE-41'],
    ['words', 'running shoe', undefined],
    ['nothing', '', undefined],
  ])('%s', (_what, text, expected) => {
    expect(matched(text)).toBe(expected);
  });

  it.each([
    ['buyer', '匹配买家编号 BUYER-9'],
    ['tracking-number', '匹配运单 BUYER-9'],
    ['other-name', '匹配 BUYER-9'],
    ['case', undefined],
    [undefined, undefined],
  ] as const)('%s, which no list holds', (by, expected) => {
    expect(matched('BUYER-9', [{ term: 'BUYER-9', found: [{ entry: one.entry, ...(by && { by }) }] }])).toBe(expected);
  });

  it('is said in English, too', () => {
    expect(matchText({ kind: 'parcel', text: 'SF1' }, 'en')).toBe('by parcel SF1');
  });
});
