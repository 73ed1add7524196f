import { describe, expect, it } from 'vitest';
import { clipMiddle, clipTo, padTo, widthOf, wrapTo } from '#shared/api/text-width.ts';

describe('widthOf', () => {
  it.each([
    ['abc', 3],
    ['退货 abc', 8],
    ['，。', 4],
    ['¥99.00', 6],
  ])('counts what a terminal gives to %s', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});

describe('padTo', () => {
  it('fills up by columns, not by characters', () => {
    expect(padTo('退货', 6)).toBe('退货  ');
    expect(padTo('return', 4)).toBe('return');
  });
});

describe('clipTo', () => {
  it('never takes more columns than it may, also where a double-width character would stand across the edge', () => {
    expect(clipTo('abcdef', 4)).toBe('abc…');
    expect(clipTo('退货退款', 6)).toBe('退货…');
    expect(clipTo('退货', 4)).toBe('退货');
  });
});

describe('clipMiddle', () => {
  it('keeps both ends of a long id', () => {
    expect(clipMiddle('doudian:4400123:7012345678901234567', 20)).toBe('doudian:44…901234567');
    expect(widthOf(clipMiddle('退货退款退货退款', 9))).toBeLessThanOrEqual(9);
    expect(clipMiddle('short', 20)).toBe('short');
  });
});

describe('wrapTo', () => {
  it('breaks at blanks', () => {
    expect(wrapTo('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('breaks between Chinese characters, and never before a closing mark', () => {
    expect(wrapTo('包裹已签收，待质检', 10)).toEqual(['包裹已签', '收，待质检']);
  });

  it('keeps a word that is too long whole', () => {
    expect(wrapTo('to SF148213007001 now', 8)).toEqual(['to', 'SF148213007001', 'now']);
  });

  it('gives one line where there is room', () => {
    expect(wrapTo('all of it', Number.POSITIVE_INFINITY)).toEqual(['all of it']);
    expect(wrapTo('', 10)).toEqual(['']);
  });
});
