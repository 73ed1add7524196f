import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGroup } from '../../../tools/run/process-group.ts';

let logFile = '';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'group-'));
  logFile = join(folder, 'program.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (code: string) => startGroup(process.execPath, ['-e', code], { env: process.env, logFile });
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('startGroup', () => {
  it('stops what the program started, too', async () => {
    const grandchild =
      "const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);";
    const started = start(`${grandchild} console.log(c.pid); setInterval(() => {}, 1e6);`);
    const pid = await vi.waitUntil(() => Number(readFileSync(logFile, 'utf8')) || undefined, { timeout: 10_000 });

    await started.stop();

    await vi.waitUntil(() => !isAlive(pid), { timeout: 10_000 });
    expect(started.exitCode()).toBeDefined();
  });

  it('tells the exit code of a program that ended', async () => {
    const started = start('process.exit(3)');

    await vi.waitUntil(() => started.exitCode() !== undefined, { timeout: 10_000 });

    expect(started.exitCode()).toBe(3);
  });

  it('takes a program that is not there as one that ended', async () => {
    const started = startGroup(join(folder, 'nothing-here'), [], { env: process.env, logFile });

    await vi.waitUntil(() => started.exitCode() !== undefined, { timeout: 10_000 });

    expect(started.exitCode()).toBe(1);
  });

  it('leaves no listener behind once stopped', async () => {
    const before = process.listenerCount('SIGTERM');
    const started = start('setInterval(() => {}, 1e6)');

    await started.stop();

    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
