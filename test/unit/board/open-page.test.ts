import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage } from '#shared/board/open-page.ts';

let folder = '';

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-'));
  mkdirSync(join(folder, 'assets'));
  put('index.html', '<!doctype html>');
  put('assets/index-a1.js', 'let a');
  put('assets/index-a1.js.br', 'br');
  put('assets/icon-b2.svg', '<svg/>');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('openPage', () => {
  it('reads the document and each file, with what it is compressed', () => {
    const { document, files } = openPage(folder);

    expect(document).toBe('<!doctype html>');
    expect([...files.keys()].sort()).toEqual(['icon-b2.svg', 'index-a1.js']);
    expect(files.get('index-a1.js')?.brotli?.toString()).toBe('br');
    expect(files.get('icon-b2.svg')?.brotli).toBe(undefined);
  });

  it('says which file is of a kind that is not served', () => {
    put('assets/word.exe', 'x');

    expect(() => openPage(folder)).toThrow('a kind that is not served: word.exe');
  });

  it('says so where no page was built', () => {
    expect(() => openPage(join(folder, 'none'))).toThrow('ENOENT');
  });
});
