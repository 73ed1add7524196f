import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** Those of our own; the others are tools with a help of theirs. */
const own = Object.entries(scripts).flatMap(([name, command]) => {
  const [, script] = /bootstrap\.mjs (\S+)$/.exec(command) ?? [];
  return script ? [[name, script] as const] : [];
});

describe('--help', () => {
  it.each(own)('of %s teaches, and does nothing else', (name, script) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--help'], { cwd: root, encoding: 'utf8' });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`npm (run (-s )?)?${name}\\b`));
    expect(stdout.split('\n').length).toBeGreaterThan(3);
  });

  it('is there for each command of ours', () => {
    expect(own.length).toBeGreaterThan(10);
  });
});

describe('a wrong word on the command line', () => {
  it.each(own)('of %s is answered with what is wrong, and no stack', (_name, script) => {
    const args = [script, '--hlep'];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(/^There is no (option|part named) --hlep\b/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
