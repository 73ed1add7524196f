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
    const { stderr, status } = run(script, part, 'propety');

    expect(stderr).toMatch(/^There is no part named propety; did you mean "property"\?\n[\s\S]*property/);
    expect(status).toBe(1);
  });

  /** `PROPERTY_SCALE=ten` was not a number, so that each property was tried no time at all, and passed. */
  it.each([
    ['PROPERTY_SCALE', 'ten'],
    ['PROPERTY_SCALE', '0'],
    ['PROPERTY_SEED', 'lucky'],
  ])('refuses %s=%s before anything is run', (name, value) => {
    const options = { encoding: 'utf8', env: { ...process.env, [name]: value } } as const;
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(scripts, script), 'property'], options);

    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(new RegExp(`^${name} is "${value}"; it must be .*\n$`));
  });
});
