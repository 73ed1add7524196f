import { describe, expect, it } from 'vitest';
import { cleaned } from '#shared/identifiers/cleaned.ts';

/* A9, only blanks were cut off: an id that was typed with a mark that nobody sees was another one. */
describe('cleaned', () => {
  it.each([
    ['R1\u200b', 'R1'],
    [' \u200b R1 \ufeff\t', 'R1'],
    ['\u2066顺丰\u2069', '顺丰'],
    ['ORD\u00ad-1', 'ORD-1'],
    ['a b', 'a b'],
    ['\u200b', ''],
  ])('A9: reads %j as %j', (text, id) => {
    expect(cleaned(text)).toBe(id);
  });

  it('keeps apart what looks different', () => {
    const ids = ['ｒ１', 'R①', 'r1', 'R-1', 'R\u20111'];

    expect(ids.map(cleaned)).toEqual(ids);
  });
});
