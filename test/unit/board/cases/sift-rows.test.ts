import { describe, expect, it } from 'vitest';
import type { Headline } from '#shared/returns/case/case.ts';
import { headlineWords } from '#shared/words/headline-words.ts';
import { rowTests } from '../../../../functions/serve-board/page/pages/cases/row-tests.ts';
import { siftRows } from '../../../../functions/serve-board/page/pages/cases/sift-rows.ts';
import { tabOfHeadline, tabs } from '../../../../functions/serve-board/page/pages/cases/tabs.ts';
import { noWish, type Wish } from '../../../../functions/serve-board/page/pages/cases/wish.ts';
import { hours, todo } from '../../../memory/entries.ts';
import { idsOf, looker, row } from './case-fixtures.ts';

const rows = [
  row('mine', {
    shop: 'b',
    kind: 'return',
    reason: 'color',
    asked: 9_900,
    work: { notes: 1, owner: { person: 'me', since: hours(-1) }, flag: 'red' },
    platform: { kind: 'refund', dueAt: hours(1) },
  }),
  row('theirs', {
    kind: 'refund-only',
    reason: 'colour-preference',
    asked: 29_900,
    headline: 'received',
    todos: [todo('check')],
    work: { notes: 0, owner: { person: 'other', since: hours(-1) } },
    platform: { kind: 'refund', dueAt: hours(5) },
  }),
  row('free', { headline: 'on-its-way', todos: [], platform: { kind: 'refund', dueAt: hours(10) } }),
];

function shown(wish: Partial<Wish>): string[] {
  const whole = { ...noWish, ...wish };
  return idsOf(siftRows(rows, rowTests(whole, looker), whole.tab).shown);
}

describe('siftRows', () => {
  it.each<[string, Partial<Wish>, string[]]>([
    ['nothing', {}, ['mine', 'theirs', 'free']],
    ['a tab', { tab: 'received' }, ['theirs']],
    ['a shop', { shops: ['test:b'] }, ['mine']],
    ['kinds', { kinds: ['return', 'refund-only'] }, ['mine', 'theirs']],
    ['a reason, however it is written', { reasons: ['color'] }, ['mine', 'theirs']],
    ['me', { owner: 'me' }, ['mine']],
    ['nobody', { owner: 'nobody' }, ['free']],
    ['a flag', { flags: ['red'] }, ['mine']],
    ['no flag', { flags: ['none'] }, ['theirs', 'free']],
    ['a sum from', { from: 100 }, ['theirs']],
    ['a sum to, the end of it among them', { to: 99 }, ['mine']],
    ['whom it waits for', { waitsOn: ['warehouse'] }, ['theirs']],
    ['two hours', { time: 'within-2-hours' }, ['mine']],
    ['eight hours, two among them', { time: 'within-8-hours' }, ['mine', 'theirs']],
    ['today, by the merchant’s calendar', { time: 'today' }, ['mine', 'theirs', 'free']],
    ['several at once', { owner: 'me', kinds: ['return'], time: 'today' }, ['mine']],
  ])('filters by %s', (_what, wish, expected) => {
    expect(shown(wish)).toEqual(expected);
  });

  it('counts for each tab what the filters leave', () => {
    const { counts } = siftRows(rows, rowTests({ ...noWish, kinds: ['return', 'refund-only'] }, looker), 'received');
    expect(counts).toEqual({
      all: 2,
      requested: 1,
      approved: 0,
      'on-its-way': 0,
      received: 1,
      checked: 0,
      refunded: 0,
      ended: 0,
    });
  });

  it('says which one filter hides how much', () => {
    const wish: Wish = { ...noWish, owner: 'me', shops: ['test:a'] };
    expect(siftRows(rows, rowTests(wish, looker), 'all')).toMatchObject({ shown: [], without: { shop: 1, owner: 2 } });
  });

  it('says so of the tab alone', () => {
    const wish: Wish = { ...noWish, owner: 'me', shops: ['test:a'] };
    expect(siftRows(rows, rowTests(wish, looker), 'received').without).toEqual({ owner: 1 });
  });

  it('shows what was found elsewhere for the text', () => {
    const wish: Wish = { ...noWish, text: 'buyer-9' };
    expect(idsOf(siftRows(rows, rowTests(wish, looker, new Set([rows[1]!.id])), 'all').shown)).toEqual(['theirs']);
  });
});

describe('the tabs', () => {
  it('have a place for each headline', () => {
    const places = Object.keys(headlineWords).map((headline) => tabOfHeadline(headline as Headline));
    expect(places).not.toContain('all');
    expect(new Set(places).size).toBe(tabs.length - 1);
  });
});
