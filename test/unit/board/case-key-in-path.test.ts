import { describe, expect, it } from 'vitest';
import { caseKeyInPath } from '../../../functions/serve-board/page/pages/case/case-key-in-path.ts';

describe('caseKeyInPath', () => {
  it.each(['standard:main:RMA-1', 'standard:main:100%-RMA/7', 'standard:main:退货 1?#', 'standard:main:%2F'])(
    'is what was encoded: %s',
    (key) => {
      expect(caseKeyInPath(`/board/cases/${encodeURIComponent(key)}`)).toBe(key);
    },
  );

  it.each([
    ['/board/cases/standard:main:100%', 'standard:main:100%'],
    ['/board/cases/standard:main:RMA-1/', 'standard:main:RMA-1'],
    ['/board/cases', ''],
  ])('of %s is %s', (path, key) => {
    expect(caseKeyInPath(path)).toBe(key);
  });
});
