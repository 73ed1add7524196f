import { describe, expect, it } from 'vitest';
import { withoutLang } from '../../../../functions/serve-board/page/words/without-lang.ts';

describe('withoutLang', () => {
  it.each([
    ['', undefined, ''],
    ['?lang=en', 'en', ''],
    ['?lang=zh-CN&q=a%20b+c', 'zh-CN', '?q=a%20b+c'],
    ['?tab=ended&lang=en&owner=me', 'en', '?tab=ended&owner=me'],
    ['?language=en', undefined, '?language=en'],
    ['?lang=', '', ''],
  ])('reads %j', (search, asked, rest) => {
    expect(withoutLang(search)).toEqual({ asked, search: rest });
  });
});
