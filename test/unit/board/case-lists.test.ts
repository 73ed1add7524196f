import { describe, expect, it } from 'vitest';
import { keyed } from '../../../functions/serve-board/page/pages/case/keyed.ts';
import { lineNotesOf } from '../../../functions/serve-board/page/pages/case/line-notes.ts';

const text = { 'zh-CN': '', en: '' };

describe('keyed', () => {
  it('tells items of one name apart, and gives the first its name alone', () => {
    expect(keyed(['a', 'b', 'a', 'a'], (item) => item).map(({ key }) => key)).toEqual(['a', 'b', 'a 2', 'a 3']);
  });
});

describe('lineNotesOf', () => {
  it('finds the lines that were paid back too often, and the other cases of a line', () => {
    const notes = lineNotesOf([
      { code: 'line-over-paid', text, about: ['1, 3'] },
      { code: 'line-in-other-case', text, about: ['test:a:RMA-2', 'test:a:RMA-3'] },
    ]);

    expect([...notes.overPaid]).toEqual(['1', '3']);
    expect(notes.otherCases).toEqual(['test:a:RMA-2', 'test:a:RMA-3']);
  });

  it('finds none where nobody should look', () => {
    expect(lineNotesOf([])).toEqual({ overPaid: new Set(), otherCases: [] });
  });
});
