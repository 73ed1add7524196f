import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The built page, read once: the document, and what it loads by name. */
export interface Page {
  readonly document: string;
  readonly files: ReadonlyMap<string, PageFile>;
}

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Compressed by Brotli, where that is smaller. */
  readonly brotli?: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** @throws where the page was not built, or holds a kind of file that is not served. */
export function openPage(folder: string): Page {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets);
  const own = names.filter((name) => !name.endsWith('.br'));
  const files = own.map((name): [string, PageFile] => {
    const brotli = names.includes(`${name}.br`) ? { brotli: readFileSync(join(assets, `${name}.br`)) } : {};
    return [name, { type: typeOf(name), bytes: readFileSync(join(assets, name)), ...brotli }];
  });
  return { document: readFileSync(join(folder, 'index.html'), 'utf8'), files: new Map(files) };
}

function typeOf(name: string): string {
  const type = types[extname(name)];
  if (!type) {
    throw new Error(`the page has a file of a kind that is not served: ${name}`);
  }
  return type;
}
