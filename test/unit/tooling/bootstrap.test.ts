import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const shim = join(import.meta.dirname, '../../../tools/run/bootstrap.mjs');
let root = '';

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const lock = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } });
const putNode = () => {
  mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true });
  symlinkSync(process.execPath, join(root, 'node_modules/node/bin/node'));
};

/** A clone with a script that tells its Node and arguments, and an `npm` that tells it was called and fails. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clone-'));
  mkdirSync(join(root, 'tools/run'), { recursive: true });
  cpSync(shim, join(root, 'tools/run/bootstrap.mjs'));
  put('tell.mjs', 'console.log(process.version, process.argv.slice(2).join()); process.exitCode = 7;');
  put('bin/npm', '#!/bin/sh\necho called npm "$@"\nexit 1\n');
  chmodSync(join(root, 'bin/npm'), 0o755);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = () => {
  const env = { PATH: `${join(root, 'bin')}:/usr/bin:/bin` };
  return spawnSync(process.execPath, [join(root, 'tools/run/bootstrap.mjs'), 'tell.mjs', 'a', 'b'], {
    env,
    encoding: 'utf8',
  });
};

describe('bootstrap', () => {
  it("runs the script with the project's Node, its arguments and its exit code", () => {
    put('package-lock.json', lock({ 'node_modules/x': { version: '1.0.0' } }));
    put('node_modules/.package-lock.json', lock({ 'node_modules/x': { version: '1.0.0' } }));
    putNode();

    expect(run()).toMatchObject({ stdout: `${process.version} a,b\n`, stderr: '', status: 7 });
  });

  it('installs on a clean clone', () => {
    put('package-lock.json', lock({ 'node_modules/x': { version: '1.0.0' } }));

    const { stderr, status } = run();

    expect(stderr).toContain('called npm ci');
    expect(status).toBe(1);
  });

  it('installs where the lock asks for another version', () => {
    put('package-lock.json', lock({ 'node_modules/x': { version: '2.0.0' } }));
    put('node_modules/.package-lock.json', lock({ 'node_modules/x': { version: '1.0.0' } }));
    putNode();

    expect(run().stderr).toContain('called npm ci');
  });

  it('does not install for a package of another platform', () => {
    put('package-lock.json', lock({ 'node_modules/x-darwin': { version: '1.0.0', optional: true } }));
    put('node_modules/.package-lock.json', lock({}));
    putNode();

    expect(run().status).toBe(7);
  });

  it('says what to do where node_modules holds another Node', () => {
    put('package-lock.json', lock({}));
    put('node_modules/.package-lock.json', lock({}));
    put('node_modules/node/bin/node', '#!/bin/sh\necho v22.1.0\n');
    chmodSync(join(root, 'node_modules/node/bin/node'), 0o755);

    const { stderr, status } = run();

    expect(stderr).toContain('v22.1.0, the project runs on Node 24: delete node_modules');
    expect(status).toBe(1);
  });
});
