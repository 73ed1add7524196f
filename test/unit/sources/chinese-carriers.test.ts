import { describe, expect, it } from 'vitest';
import { carrierCodeOf } from '#shared/sources/carrier-code.ts';
import { brandOfCarrier, chineseCarrierOf } from '#shared/sources/chinese-carriers.ts';
import { merchant } from '../../contract/source-vectors.ts';

const own = { carriers: [{ code: 'zhong', names: ['中通快递'] }] };

describe('chineseCarrierOf', () => {
  it.each([
    ['shunfeng', '顺丰速运', 'sf'],
    ['zhongtong', undefined, 'zto'],
    ['', '圆通快递', 'yto'],
    ['jtexpress', '极兔速递', 'jt'],
    ['SF', undefined, 'sf'],
    ['no-such-code', '顺丰标快', 'sf'],
    ['yunda', '韵达快递', 'yunda'],
    ['', '邮政EMS', 'ems'],
  ])('makes %s %s into %s', (code, name, expected) => {
    expect(chineseCarrierOf({ code, name }, merchant)).toBe(expected);
  });

  it("gives the merchant's own code for a brand", () => {
    expect([
      chineseCarrierOf({ code: 'zhongtong' }, own),
      chineseCarrierOf({ name: '中通' }, own),
      chineseCarrierOf({ name: '中通快递' }, own),
    ]).toEqual(['zhong', 'zhong', 'zhong']);
  });

  it.each(['中通快运', '韵达快运', '顺丰快运', '德邦物流', '圆通承诺达', '申通快运'])(
    'freight and sister brands: does not take %s for the brand in its name',
    (name) => {
      expect(chineseCarrierOf({ name }, merchant)).toBe(name);
    },
  );

  it('takes a freight brand that the merchant configured', () => {
    const carriers = [...merchant.carriers, { code: 'zto-freight', names: ['中通快运'] }];
    expect(chineseCarrierOf({ code: 'zhongtongkuaiyun', name: '中通快运' }, { carriers })).toBe('zto-freight');
  });

  it('leaves an unknown carrier its name, and its code where it has no name', () => {
    expect(chineseCarrierOf({ code: 'xyz', name: 'Hermes Systems' }, merchant)).toBe('hermes systems');
    expect(chineseCarrierOf({ code: 'XYZ' }, merchant)).toBe('xyz');
  });

  it('says nothing where nothing is stated', () => {
    expect([chineseCarrierOf({}, merchant), chineseCarrierOf({ code: ' ', name: '' }, merchant)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

/* A9: with a mark that nobody sees in its name a carrier was none that is known. */
describe('a carrier as people write it', () => {
  it.each(['顺丰\u200b', '\u2066SF\u2069', 'ｓｆ\ufeff'])('A9: is found by %j', (name) => {
    const carriers = [{ code: 'sf', names: ['顺\u200b丰'] }];

    expect(carrierCodeOf(name, { carriers })).toBe('sf');
    expect(chineseCarrierOf({ name }, { carriers })).toBe('sf');
  });
});

describe('brandOfCarrier', () => {
  const carriers = [
    { code: 'sfexpress', names: ['顺丰'] },
    { code: 'freight', names: ['中通快运'] },
  ];

  it.each([
    ['sfexpress', 'shunfeng'],
    ['yto', 'yuantong'],
    ['zhongtong', 'zhongtong'],
    ['freight', undefined],
    ['hermes systems', undefined],
    ['constructor', undefined],
  ])('finds the brand of %s: %s', (code, company) => {
    expect(brandOfCarrier(code, { carriers })?.company).toBe(company);
  });
});
