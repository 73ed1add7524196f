import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const scripts = join(import.meta.dirname, '../../../tools/tests');
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(scripts, script), ...args], { encoding: 'utf8' });

describe.each([
  ['run-tests.ts', 'npm test', 'integration'],
  ['run-long-tests.ts', 'npm run test:long', 'overload'],
])('%s', (script, command, part) => {
  it('teaches its parts', () => {
    const { stdout, status } = run(script, '--help');

    expect(stdout).toContain(`${command} -- --help`);
    expect(stdout).toContain(part);
    expect(status).toBe(0);
  });

  it('refuses a part that it does not have, and names those it has', () => {
    const { stderr, status } = run(script, part, 'untit');

    expect(stderr).toMatch(/no part named untit[\s\S]*property/);
    expect(status).toBe(2);
  });
});
