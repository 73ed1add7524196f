import { describe, expect, it } from 'vitest';
import { noWish, readWish, type Wish, writeWish } from '../../../../functions/serve-board/page/pages/cases/wish.ts';

const whole: Wish = {
  tab: 'received',
  text: 'SF1234567890\n100% & +1, "红色"',
  shops: ['standard:main', 'shopify:acme-goods.myshopify.com'],
  kinds: ['return', 'exchange'],
  reasons: ['color', 'R&D'],
  owner: 'nobody',
  flags: ['red', 'none'],
  from: 10.5,
  to: 0,
  waitsOn: ['team', 'warehouse'],
  time: 'within-8-hours',
  sort: { by: 'platform', isDown: false },
};

describe('the wish in the address', () => {
  it('comes back as it went in', () => {
    expect(readWish(writeWish(whole, ''))).toEqual(whole);
  });

  it('is as usual where the address says nothing', () => {
    expect(readWish('')).toEqual({ ...noWish, from: undefined, to: undefined, time: undefined });
    expect(writeWish(noWish, '')).toBe('');
  });

  it('leaves what is not its own', () => {
    expect(writeWish({ ...noWish, owner: 'me' }, '?lang=en&tab=ended')).toBe('?lang=en&owner=me');
  });

  it.each([
    '?tab=none',
    '?sort=-nothing',
    '?owner=boss',
    '?flag=black',
    '?from=-1',
    '?to=1e9',
    '?time=later',
    '?kind=x',
    '?waits=x',
  ])('passes over %s', (search) => {
    expect(writeWish(readWish(search), '')).toBe('');
  });
});
