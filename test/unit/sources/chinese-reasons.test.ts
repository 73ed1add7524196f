import { describe, expect, it } from 'vitest';
import { chineseReasonOf } from '#shared/sources/chinese-reasons.ts';

describe('chineseReasonOf', () => {
  it.each([
    ['卖家发假货', 'counterfeit'],
    ['空包裹', 'empty-package'],
    ['少件/漏发', 'missing-items'],
    ['卖家发错货', 'wrong-item-sent'],
    ['包装/商品破损', 'damaged'],
    ['质量问题', 'quality-defect'],
    ['尺码不合适', 'size-fit'],
    ['商品与页面描述不符', 'not-as-described'],
    ['商品拒收', 'refused-delivery'],
    ['快递无记录', 'no-tracking'],
    ['未收到货', 'not-received'],
    ['未按约定时间发货', 'late-shipment'],
    ['缺货', 'out-of-stock'],
    ['地址填错', 'address-error'],
    ['退运费', 'freight-or-price'],
    ['多拍/拍错', 'wrong-order'],
    ['与商家协商一致退款', 'negotiated'],
    ['七天无理由退货', 'changed-mind'],
    ['其他', 'other'],
  ])('makes %s into %s', (text, code) => {
    expect(chineseReasonOf(text)).toBe(code);
  });

  it('lets the first rule win where several words are there', () => {
    expect(chineseReasonOf('不喜欢 质量问题')).toBe('quality-defect');
  });

  it('reads over blanks and full-width figures', () => {
    expect(chineseReasonOf('７天 无理由')).toBe('changed-mind');
  });

  it('says nothing of no words', () => {
    expect([chineseReasonOf(''), chineseReasonOf(' \u3000')]).toEqual([undefined, undefined]);
  });
});
