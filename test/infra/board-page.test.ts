import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage, type Page } from '#shared/board/open-page.ts';
import { noncePlace, settingsPlace } from '#shared/board/serve-board.ts';
import { buildBoardPage } from '../../infra/board-page.ts';

const mostBytes = 480 * 1024;
/** What every schema of zod is known by; a minifier renames no property. */
const markOfZod = '_zod';

let page: Page;
const textOf = (name: string) => Buffer.from(page.files.get(name)?.bytes ?? '').toString();
const scripts = () => [...page.files.keys()].filter((name) => name.endsWith('.js'));

beforeAll(async () => {
  page = openPage(await buildBoardPage());
});

describe('the board’s page as it is deployed', () => {
  it('needs at most 480 KB for its first page, compressed by gzip', () => {
    // Vite names there what the first script imports, too; what is loaded later it does not.
    const loaded = [...page.document.matchAll(/(?:src|href)="\/board\/assets\/([^"]+)"/g)].map(([, name = '']) => name);
    const sizes = loaded.map((name) => gzipSync(textOf(name)).length);

    expect(loaded.some((name) => name.endsWith('.js'))).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, gzipSync(page.document).length)).toBeLessThanOrEqual(mostBytes);
  });

  it('loads Today at once, and each other page when it is looked at', () => {
    const later = scripts().filter((name) => !page.document.includes(name));

    for (const name of ['cases', 'case', 'unclaimed', 'sources']) {
      expect(
        later.some((each) => each.startsWith(`${name}-page-`)),
        name,
      ).toBe(true);
    }
  });

  it('has no zod in any part', () => {
    const schemas = readFileSync(join(import.meta.dirname, '../../node_modules/zod/v4/core/schemas.js'), 'utf8');

    expect(schemas).toContain(markOfZod);
    expect(scripts().filter((name) => textOf(name).includes(markOfZod))).toEqual([]);
  });

  it('makes no code out of text: its policy forbids that', () => {
    const made = /\beval\(|\bnew Function\(|\bFunction\(["'`]/;

    expect(scripts().filter((name) => made.test(textOf(name)))).toEqual([]);
  });

  it('has the places that are filled for each request, and no script or style beside those with a nonce', () => {
    const elements = page.document.match(/<(?:script|style|link rel="(?:stylesheet|modulepreload)")[^>]*>/g) ?? [];

    expect(page.document.split(settingsPlace)).toHaveLength(2);
    expect(elements.length).toBeGreaterThan(2);
    expect(elements.filter((each) => !each.includes(`nonce="${noncePlace}"`))).toEqual([]);
    expect(page.document).not.toMatch(/ style="| on\w+="/);
  });

  it('asks no other host for anything', () => {
    expect(page.document).not.toMatch(/(?:src|href)="(?!\/board\/assets\/)/);
    expect(
      [...page.files.keys()].filter((name) => /@import|url\((?!data:)/.test(name.endsWith('.css') ? textOf(name) : '')),
    ).toEqual([]);
  });

  it('names each file by what is in it, and has each script compressed', () => {
    expect([...page.files.keys()].filter((name) => !/-[\w-]{8}\.\w+$/.test(name))).toEqual([]);
    expect(scripts().filter((name) => !page.files.get(name)?.brotli)).toEqual([]);
  });
});
