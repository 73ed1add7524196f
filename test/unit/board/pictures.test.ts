import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '#shared/words/locale.ts';
import { addressOf, fileNameOf, findIn, mostBytes, pictures } from '../../../tools/board/pictures.ts';

const root = join(import.meta.dirname, '../../..');
const readme = { en: 'README.md', 'zh-CN': 'README.zh-CN.md' } as const;

describe('findIn', () => {
  it.each(['Another shoe in the box', '掉包：盒中不是原鞋'])('finds the swapped goods under the title %s', (title) => {
    const table = `Stocked in (9)\n  Worn shoe  standard:main:RMA-1-2  x\n  ${title}  standard:main:RMA-03200-30  failed\n`;

    expect(findIn(table)).toEqual({ swappedKey: 'standard:main:RMA-03200-30' });
  });

  it('finds nothing in the table of another demo', () => {
    expect(findIn('')).toEqual({ swappedKey: undefined });
  });
});

describe('addressOf', () => {
  it.each(['http://a.localhost:1/board/today', 'http://a.localhost:1/board'])(
    'leads from %s to any page',
    (boardUrl) => {
      expect(addressOf(boardUrl, '/cases/a%3Ab', 'en', 't')).toBe(
        'http://a.localhost:1/board/cases/a%3Ab?lang=en#token=t',
      );
    },
  );
});

describe('the pictures', () => {
  it('have names of their own', () => {
    const names = pictures.map((picture) => fileNameOf(picture, 'en'));

    expect(new Set(names).size).toBe(names.length);
  });

  it.each(locales)('stand in the README in %s, none larger than it may be', (locale) => {
    const text = readFileSync(join(root, readme[locale]), 'utf8');
    const shown = [...text.matchAll(/docs\/images\/([\w.-]+\.png)/g)].map(([, name]) => name ?? '');
    const file = (name: string) => join(root, 'docs/images', name);

    expect(shown.toSorted()).toEqual(pictures.map((picture) => fileNameOf(picture, locale)).toSorted());
    expect(shown.filter((name) => !existsSync(file(name)) || statSync(file(name)).size > mostBytes)).toEqual([]);
  });
});
