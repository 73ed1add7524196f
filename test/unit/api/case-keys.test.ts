import { describe, expect, it } from 'vitest';
import { caseKeysIn } from '#shared/api/case-keys.ts';
import { pathPartOf } from '#shared/api/path-part.ts';

function encoded(key: string, times: number): string {
  return times === 0 ? key : encoded(encodeURIComponent(key), times - 1);
}

describe('caseKeysIn', () => {
  it.each([0, 1, 2, 3])('D1: finds a case id with a slash in it that arrives encoded %i times', (times) => {
    const key = 'test:a:RMA/1?x';
    expect(caseKeysIn(encoded(key, times))).toContainEqual({ key, source: 'test', shop: 'a' });
  });

  it.each(['test:a:RMA-1', 'test:a:RMA/1?x', 'test:a:#7'])(
    'D1: finds %s where it is in a path, decoded on the way or not',
    (key) => {
      const part = pathPartOf(key);
      expect(decodeURIComponent(part)).not.toMatch(/[/?#]/);
      for (const arriving of [part, decodeURIComponent(part)]) {
        expect(caseKeysIn(arriving)).toContainEqual({ key, source: 'test', shop: 'a' });
      }
    },
  );

  it('offers what a case id with a percent sign in it may also stand for', () => {
    expect(caseKeysIn('test:a:50%25')).toEqual([
      { key: 'test:a:50%25', source: 'test', shop: 'a' },
      { key: 'test:a:50%', source: 'test', shop: 'a' },
    ]);
  });

  it.each(['', 'nothing', '%', 'test:a:%E0%A4%A'])('stays calm about %j', (part) => {
    expect(() => caseKeysIn(part)).not.toThrow();
  });
});
