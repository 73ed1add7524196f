import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const source = join(root, 'functions', 'serve-board', 'page');
const built = join(root, '.local', 'board');

/** Where the page is, or will be. */
export const boardPage = join(built, 'page');

/**
 * Builds the board's page, unless it stands there already as these sources make it.
 * @returns the folder with its document, and its files, each also compressed.
 */
export async function buildBoardPage(): Promise<string> {
  const stamp = join(built, 'stamp');
  const wanted = await digestOfSources();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) {
    return boardPage;
  }
  // Beside the real one: whoever is served meanwhile has a whole page.
  const draft = join(built, `draft-${process.pid}`);
  const { build } = await import('vite');
  await build({
    root: source,
    configFile: join(source, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: draft },
  });
  await compress(join(draft, 'assets'));
  await rm(boardPage, { recursive: true, force: true });
  await rename(draft, boardPage).catch(async () => await cp(draft, boardPage, { recursive: true }));
  await writeFile(stamp, wanted);
  return boardPage;
}

async function compress(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    const smaller = brotliCompressSync(bytes);
    if (smaller.length < bytes.length) {
      await writeFile(join(folder, `${name}.br`), smaller);
    }
  }
}

/** Of all that the page may be made of: its own files, what it shares, and the packages. */
async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [source, join(root, 'shared')]) {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    for (const file of files.sort()) {
      hash.update(file.slice(root.length)).update(await readFile(file));
    }
  }
  return hash.update(await readFile(join(root, 'package-lock.json'))).digest('hex');
}
