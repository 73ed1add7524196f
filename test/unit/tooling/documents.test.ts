import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })].map((path) =>
  path.replaceAll('\\', '/'),
);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** What decisions of before name, and has gone since; each says so itself. */
const gone = new Set(['infra/local']);

const tops = /^(shared|functions|infra|test|tools|docs)\//;

function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** Targets of links within the repository: a file from the root, and the heading that it is to open at. */
function linksIn(page: string): { readonly file: string; readonly heading: string }[] {
  return [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = '', heading = ''] = target.split('#');
      return { file: file === '' ? page : normalize(join(dirname(page), file)), heading };
    });
}

/** A page's headings as they stand in addresses. */
function headingsIn(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Files and folders that are named in code style, from the root; patterns are left as they are. */
function pathsIn(page: string): string[] {
  return [...textOf(page).matchAll(/`([^`\s]+)`/g)]
    .map(([, path = '']) => path.replace(/[.,;:]$/, ''))
    .filter((path) => tops.test(path) && !/[<…$]|NNN/.test(path));
}

function isThere(path: string): boolean {
  return /[*{]/.test(path) ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));
}

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => {
    const dead = linksIn(page).filter(
      ({ file, heading }) => !existsSync(join(root, file)) || (heading !== '' && !headingsIn(file).includes(heading)),
    );

    expect(dead).toEqual([]);
  });

  it('names files and folders that are there', () => {
    expect(pathsIn(page).filter((path) => !gone.has(path) && !isThere(path))).toEqual([]);
  });

  it('names commands that there are', () => {
    const commands = [...textOf(page).matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name = '']) => name);

    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
