import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../../functions/serve-board/page/session/errand.ts';

const origin = 'https://returns.example.com';

describe('placeOf', () => {
  it.each(['/board/today', '/board/cases?shop=a%3Ab&q=1', '/board/cases/doudian%3A8001%3ARMA%2F1'])(
    'goes on to %s',
    (path) => {
      expect(placeOf({ path }, origin)).toBe(path);
    },
  );

  it.each([
    ['nothing', undefined],
    ['no errand', 'today'],
    ['no text', { path: 7 }],
    ['another page of the site', { path: '/cases' }],
    ['another page by way of the board', { path: '/board/../cases' }],
    ['another page by way of the board, encoded', { path: '/board/%2e%2e/cases' }],
    ['another site', { path: 'https://evil.example/board/today' }],
    ['another site without a scheme', { path: '//evil.example/board/' }],
    ['another site by a backslash', { path: '/\\evil.example/board/' }],
    ['a script', { path: 'javascript:alert(1)//board/' }],
    ['the place of return', { path: '/board/signed-in?code=1&state=2' }],
    ['the place of return in other words', { path: '/board/./signed-in?code=1' }],
  ])('goes to the first page for %s', (_, errand) => {
    expect(placeOf(errand, origin)).toBe('/board/today');
  });

  it('stays at this site whatever stands behind the board', () => {
    const place = placeOf({ path: '/board//evil.example' }, origin);

    expect(new URL(place, origin).origin).toBe(origin);
  });
});
