import { describe, expect, it } from 'vitest';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { momentText } from '../../../../functions/serve-board/page/data/moment-text.ts';
import { silentMark, silentParts } from '../../../../functions/serve-board/page/shell/silent-text.ts';
import { caseIdAt, titleOf } from '../../../../functions/serve-board/page/shell/title.ts';
import { type Asking, troubleOf } from '../../../../functions/serve-board/page/shell/trouble-of.ts';

describe('troubleOf', () => {
  const well: Asking = { hasFailed: false, isSignedOut: false, isOnline: true };

  it.each<[string, Partial<Asking>, ReturnType<typeof troubleOf>]>([
    ['all is well', {}, undefined],
    ['the network is gone before anything failed', { isOnline: false }, 'offline'],
    ['the network is gone', { isOnline: false, hasFailed: true }, 'offline'],
    ['nothing answers', { hasFailed: true }, 'no-answer'],
    ['a gateway fails', { hasFailed: true, status: 502 }, 'no-answer'],
    [
      'something answers though the browser says that there is no network',
      { hasFailed: true, status: 500, isOnline: false },
      'no-answer',
    ],
    ['there is no token', { hasFailed: true, isSignedOut: true }, 'expired'],
    ['there is neither token nor network', { hasFailed: true, isSignedOut: true, isOnline: false }, 'expired'],
    ['the role was taken away', { hasFailed: true, status: 403 }, 'not-let-in'],
  ])('where %s', (_, asking, expected) => {
    expect(troubleOf({ ...well, ...asking })).toBe(expected);
  });
});

describe('titleOf', () => {
  it('begins with how many are urgent, where any is', () => {
    expect(titleOf('今日待办', '售后看板', 2)).toBe('(2) 今日待办 · 售后看板');
    expect(titleOf('Today', 'After-sales board', 0)).toBe('Today · After-sales board');
  });
});

describe('caseIdAt', () => {
  it.each([
    ['/cases/doudian%3A8001%3ARMA%2F1', 'RMA/1'],
    ['/cases/doudian:8001:a:b', 'a:b'],
    ['/cases/doudian:8001:%', '%'],
    ['/cases/nothing', undefined],
    ['/cases', undefined],
    ['/today', undefined],
  ])('of %s', (path, expected) => {
    expect(caseIdAt(path)).toBe(expected);
  });
});

describe('what is said of silent shops', () => {
  const since = '2026-03-10T01:00:00.000Z' as Instant;
  const shops = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      source: 'doudian',
      channel: 'app',
      shop: String(n),
      since: addMillis(since, n),
    }));

  it('is nothing of none', () => {
    expect(silentParts([], 'en')).toBeUndefined();
  });

  it('names up to three, and counts the others', () => {
    expect(silentParts(shops(3), 'zh-CN')).toMatchObject({ shops: ['抖店 0', '抖店 1', '抖店 2'], isMany: false });
    expect(silentParts(shops(4), 'en')).toMatchObject({ n: 4, isMany: true, since });
  });

  it('is another once another shop is silent, whatever the order', () => {
    expect(silentMark(shops(2).reverse())).toBe(silentMark(shops(2)));
    expect(silentMark(shops(3))).not.toBe(silentMark(shops(2)));
  });
});

describe('momentText', () => {
  const timeZone = 'Asia/Shanghai';
  const nowMs = Date.parse('2026-03-10T01:30:00.000Z');

  it.each([
    ['today’s by its time', '2026-03-09T16:05:00.000Z', '00:05'],
    ['yesterday’s with its date', '2026-03-09T15:05:00.000Z', 'Mar 9, 23:05'],
  ])('says %s', (_, at, expected) => {
    expect(momentText(at, { locale: 'en', timeZone, nowMs })).toBe(expected);
  });
});
