import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../../tools/tests/run-tests.ts');
const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

describe('run-tests', () => {
  it('teaches its parts', () => {
    const { stdout, status } = run('--help');

    expect(stdout).toContain('integration');
    expect(status).toBe(0);
  });

  it('refuses a part that it does not have, and names those it has', () => {
    const { stderr, status } = run('unit', 'untit');

    expect(stderr).toMatch(/no part named untit[\s\S]*property/);
    expect(status).toBe(2);
  });
});
