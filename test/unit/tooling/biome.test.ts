import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, clean, crossings } from './planted.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'planted-'));
const told = new Map<string, string[]>();

interface Report {
  readonly diagnostics: readonly { category: string; message: string; location?: { path?: string } }[];
}

function lintPlanted(): Report {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '--colors=off', '.'];
  const run = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' });
  return JSON.parse(run.stdout) as Report;
}

beforeAll(() => {
  for (const name of ['biome.jsonc', 'tools/lint', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const { path, code } of [...crossings, ...breaches, ...clean]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  for (const { category, message, location } of lintPlanted().diagnostics) {
    const path = location?.path ?? 'no file';
    told.set(path, [...(told.get(path) ?? []), `${category}: ${message}`]);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('who may import what', () => {
  it.each(crossings)('refuses $path', ({ path, told: sentence }) => {
    expect(told.get(path)?.join('\n')).toContain(sentence);
  });

  it('is said for every folder of shared', () => {
    const config = readFileSync(join(root, 'biome.jsonc'), 'utf8');
    const folders = readdirSync(join(root, 'shared'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

    expect(folders.length).toBeGreaterThan(5);
    expect(folders.map(({ name }) => name).filter((name) => !config.includes(`"shared/${name}/**/*.ts"`))).toEqual([]);
  });

  it('is planted against, sentence by sentence', () => {
    const config = JSON.parse(
      readFileSync(join(root, 'biome.jsonc'), 'utf8').replaceAll(/^\s*\/\/.*$/gm, ''),
    ) as object;
    const sentences = [...JSON.stringify(config).matchAll(/"message":"([^"]+)"/g)].map((match) => match[1] ?? '');
    const seen = [...told.values()].flat().join('\n');

    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((sentence) => !seen.includes(sentence))).toEqual([]);
  });
});

describe('how the code is written', () => {
  it('has a sentence for every exception', () => {
    const overrides = readFileSync(join(root, 'biome.jsonc'), 'utf8')
      .split(/^ {4}\{$/m)
      .slice(1);
    const exceptions = overrides.filter((text) => text.includes('"off"'));

    expect(exceptions.length).toBeGreaterThan(3);
    expect(exceptions.filter((text) => !/^ +\/\/ .+\.$/m.test(text))).toEqual([]);
  });

  it.each(breaches)('refuses $path', ({ path, told: rule }) => {
    expect(told.get(path)?.join('\n')).toContain(rule);
  });

  it.each(clean)('lets $path pass', ({ path }) => {
    expect(told.get(path)).toBeUndefined();
  });
});
