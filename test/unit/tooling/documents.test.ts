import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const readmes = ['README.md', 'README.zh-CN.md'] as const;
const pages = [...readmes, 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })].map((path) =>
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

/** What both languages of the README must have alike: words apart, neither is to go stale unseen. */
const alike: Readonly<Record<string, (page: string) => readonly string[]>> = {
  headings: (page) => textsIn(textOf(page), /^#+(?= )/gm),
  // A picture is in the language of its page.
  links: (page) =>
    textsIn(textOf(page), /(?<=\]\()(?!README)[^)\s]+/g)
      .map((link) => link.replace(/\.(?:en|zh-CN)\.png$/, '.png'))
      .sort(),
  commands: (page) => distinct(textsIn(textOf(page), /\bnp[mx] [^`\n#]*[^`\n#\s]/g)),
  'names in code style': (page) => distinct(textsIn(proseOf(page), /`[^`\n]+`/g)),
  'figures, but for those of one digit': (page) => distinct(textsIn(proseOf(page), /\d[\d.,]*\d/g)),
  'rows of tables': (page) => textsIn(textOf(page), /^\|/gm),
  'blocks of code': (page) => textsIn(textOf(page), /^```/gm),
};

function textsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([found]) => found);
}

function proseOf(page: string): string {
  return textOf(page).replaceAll(/^```[\s\S]*?^```/gm, '');
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

describe('the two languages of the README', () => {
  it.each(Object.entries(alike))('have the same %s', (_, of) => {
    const [english = [], chinese] = readmes.map(of);

    expect(english.length).toBeGreaterThan(1);
    expect(chinese).toEqual(english);
  });

  it('lead to each other', () => {
    expect(textOf('README.md')).toContain('[中文](README.zh-CN.md)');
    expect(textOf('README.zh-CN.md')).toContain('[English](README.md)');
  });
});
