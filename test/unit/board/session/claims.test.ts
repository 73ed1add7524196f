import { describe, expect, it } from 'vitest';
import { claimsOf, isOver, leftMsOf, seenToken } from '../../../../functions/serve-board/page/session/claims.ts';

const tokenOf = (claims: unknown, signature = 's'.repeat(43)) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
const now = 1_770_000_000_000;
const hourMs = 3_600_000;

describe('claimsOf', () => {
  it('reads what stands in a token, in any script', () => {
    expect(claimsOf(tokenOf({ sub: 'ann', name: '李雷?>~' }))).toEqual({ sub: 'ann', name: '李雷?>~' });
  });

  it.each(['', 'a', 'a.b.c', 'a.%.c', tokenOf(null), tokenOf('text'), tokenOf(7)])('finds nothing in %j', (token) => {
    expect(claimsOf(token)).toEqual({});
  });
});

describe('isOver', () => {
  it.each([
    ['ends in a second', { exp: now / 1000 + 1 }, false],
    ['ends now', { exp: now / 1000 }, true],
    ['ended', { exp: now / 1000 - 1 }, true],
    ['names no end', {}, true],
    ['names one that is no number', { exp: `${now}` }, true],
  ])('of a token that %s', (_, claims, expected) => {
    expect(isOver(tokenOf(claims), now)).toBe(expected);
  });
});

describe('leftMsOf', () => {
  const token = tokenOf({ iat: now / 1000, exp: now / 1000 + 3600 });

  it('counts from when the token came, whatever the clock of this computer says', () => {
    const clock = now + 26 * hourMs;
    const seen = seenToken(token, undefined, clock);

    expect(leftMsOf(token, seen, clock)).toBe(hourMs);
    expect(leftMsOf(token, seen, clock + hourMs)).toBe(0);
  });

  it('leaves nothing of a token that does not say how long it holds', () => {
    expect(leftMsOf(tokenOf({ exp: now }), seenToken('', undefined, now), now)).toBe(0);
  });
});

describe('seenToken', () => {
  it('keeps when the same token came, and begins anew with another', () => {
    const first = seenToken(tokenOf({}, 'a'.repeat(43)), undefined, now);

    expect(seenToken(tokenOf({}, 'a'.repeat(43)), first, now + 1)).toEqual(first);
    expect(seenToken(tokenOf({}, 'b'.repeat(43)), first, now + 1).atMs).toBe(now + 1);
  });
});
