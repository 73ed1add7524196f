import { describe, expect, it } from 'vitest';
import { clockTone } from '../../../functions/serve-board/page/parts/clock-tone.ts';
import { moneyText, moneyTexts } from '../../../functions/serve-board/page/parts/money-text.ts';
import { personName } from '../../../functions/serve-board/page/parts/person-name.ts';
import { filled } from '../../../functions/serve-board/page/words/filled.ts';
import { withNames } from '../../../functions/serve-board/page/words/with-names.ts';
import { hours, lookedAt } from '../../memory/entries.ts';

const me = {
  person: 'me-1',
  people: [
    { person: 'p-1', name: '小白' },
    { person: 'long', listedAs: '#9', name: '小长' },
  ],
};

describe('moneyText', () => {
  it.each([
    [{ amount: 234_000, currency: 'CNY' }, 'zh-CN', '¥2,340'],
    [{ amount: 234_050, currency: 'CNY' }, 'en', '¥2,340.50'],
    [{ amount: 1200, currency: 'JPY' }, 'zh-CN', 'JP¥1,200'],
    [{ amount: 5, currency: 'points' }, 'en', '5 points'],
  ] as const)('%o in %s is %s', (sum, locale, expected) => {
    expect(moneyText(sum, { locale, home: 'CNY' })).toBe(expected);
  });

  it('names the merchant’s own currency first', () => {
    const sums = [
      { amount: 100, currency: 'AUD' },
      { amount: 200, currency: 'CNY' },
    ];
    expect(moneyTexts(sums, { locale: 'zh-CN', home: 'CNY' })).toBe('¥2，AU$1');
  });
});

describe('personName', () => {
  it.each([
    ['me-1', '我', 'me'],
    ['p-1', '小白', '小白'],
    ['#9', '小长', '小长'],
    ['agent-second', 'agent-second', 'agent-second'],
    ['0f3a77e1-9d1b-4f0e-8b55-2f6f1c0a9e11', '0f3a77e1…', '0f3a77e1…'],
  ])('of %s', (person, zh, en) => {
    expect(personName(person, me)).toEqual({ 'zh-CN': zh, en });
  });
});

describe('withNames', () => {
  const owner = { person: 'p-1', since: hours(-1) };
  it('says who has it by the name that colleagues know', () => {
    expect(withNames('已由 p-1 于 09:00 领取', { owner }, me, 'zh-CN')).toBe('已由 小白 于 09:00 领取');
  });

  it('leaves the text as it is where nobody is named', () => {
    expect(withNames('还没有人领取', {}, me, 'zh-CN')).toBe('还没有人领取');
  });
});

describe('clockTone', () => {
  it.each([
    [undefined, 'paused'],
    [hours(-1), 'late'],
    [lookedAt, 'late'],
    [hours(2), 'soon'],
    [hours(8), 'near'],
    [hours(9), 'calm'],
  ])('%s: %s', (dueAt, tone) => {
    expect(clockTone(dueAt, lookedAt)).toBe(tone);
  });
});

describe('filled', () => {
  it('puts in what is named, and leaves what is not', () => {
    expect(filled({ 'zh-CN': '{n} 件 {x}', en: '{n}' }, { n: 3 })).toEqual({ 'zh-CN': '3 件 {x}', en: '3' });
  });
});
