import { describe, expect, it } from 'vitest';
import { sentence, wordOf } from '#shared/sources/standard/code-or-text.ts';

describe('wordOf', () => {
  it.each(['size', 'size_too_small', 'R-101', '401', 'a/b.c'])('takes %s for a code', (text) => {
    expect(wordOf(text)).toBe(text);
    expect(sentence('reason', text)).toEqual({});
  });

  it.each(['买家张三13800138000说不想要了', '13800138000', 'call-13800138000', '朝阳区示例路1号', 'too small for me'])(
    'leaves %j to the personal data: a person may have written it',
    (text) => {
      expect(wordOf(text)).toBeUndefined();
      expect(sentence('reason', text)).toEqual({ reason: text });
    },
  );

  it('takes an empty text for nothing that was said', () => {
    expect(wordOf('')).toBeUndefined();
    expect(sentence('reason', '')).toEqual({});
  });
});
