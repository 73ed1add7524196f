import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCarrier } from './a-carrier.ts';
import { aConnector } from './a-connector.ts';
import { aDeadlineKind } from './a-deadline-kind.ts';
import { aFact } from './a-fact.ts';
import { aSource } from './a-source.ts';
import { anAct } from './an-act.ts';
import { anEvent } from './an-event.ts';
import { anOperation } from './an-operation.ts';
import type { Edit, Thing } from './thing.ts';

/*
 * One new thing is one new file: each is added to a copy of the project as somebody would add it. Counted are the production files outside the
 * thing's own that a hand edits; the numbers are those of docs/architecture.md.
 */

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'growth-'));
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
const things: readonly Thing[] = [anOperation, aFact, aDeadlineKind, anAct, anEvent, aSource, aCarrier, aConnector];

/** Runs a program in the copy; what it says is shown where it fails. */
function succeed(command: string, ...args: string[]): void {
  const program = join(root, 'node_modules/.bin', command);
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8', env: environment() });
  expect(status, `${stdout}${stderr}`.slice(-6000)).toBe(0);
}

/** What vitest says of itself to its workers is not for the run in the copy. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_OPTIONS');
  return { ...Object.fromEntries(own), NO_COLOR: '1' };
}

function edit({ path, after, put }: Edit): void {
  const file = join(copy, path);
  const text = readFileSync(file, 'utf8');
  if (text.split(after).length !== 2) {
    throw new Error(`${path} must have this once: ${after}`);
  }
  writeFileSync(
    file,
    text.replace(after, () => after + put),
  );
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

beforeAll(() => {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const path of listed.stdout.split('\n').filter((each) => each && existsSync(join(root, each)))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { own, edits, aside = [] } of things) {
    for (const [path, text] of Object.entries(own)) {
      write(path, text);
    }
    for (const each of [...edits, ...aside]) {
      edit(each);
    }
  }
  for (const script of ['tools/registries/write.ts', 'tools/events/write.ts', 'tools/api/write.ts']) {
    succeed('node', script);
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('one new thing', () => {
  it.each(things.map((thing) => [thing.what, thing] as const))(
    '%s touches what docs/architecture.md says',
    (what, thing) => {
      const touched = new Set(thing.edits.map(({ path }) => path)).size;
      const [, most, said] = page.match(new RegExp(`^\\| ${what} \\| (\\d+) \\| (\\d+) \\|`, 'm')) ?? [];

      expect(touched).toBeLessThanOrEqual(thing.most);
      expect({ most, said }).toEqual({ most: String(thing.most), said: String(touched) });
    },
  );

  it('fits the types', () => {
    succeed('tsc', '-p', '.');
  });

  it('fits the linter, and imports point down', () => {
    const paths = things.flatMap(({ own, edits }) => [...Object.keys(own), ...edits.map(({ path }) => path)]);

    succeed('biome', 'ci', '--colors=off', '--error-on-warnings', '--vcs-enabled=false', ...new Set(paths));
  });

  it('leaves the suites that it touches green', () => {
    const suites = new Set(things.flatMap(({ tests }) => tests));

    succeed('vitest', 'run', ...suites, 'test/unit/tooling/imports.test.ts');
  });
});
