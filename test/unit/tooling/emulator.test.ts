import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureEmulator, type Machine, nothingToRunItOn } from '../../../tools/emulator/emulator.ts';
import type { CommandResult } from '../../../tools/run/command.ts';
import type { StartOptions } from '../../../tools/run/process-group.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fine: CommandResult = { code: 0, stdout: '', stderr: '' };
const missing: CommandResult = { code: 127, stdout: '', stderr: '' };

interface Fake extends Machine {
  readonly ran: string[];
  readonly started: { program: string; args: readonly string[]; options: StartOptions }[];
  stopped: number;
}

interface FakeOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly has: readonly string[];
  readonly fails?: (line: string) => CommandResult | undefined;
  readonly healthyAfter?: number;
  readonly exitCode?: number;
  readonly ended?: Promise<number>;
}

/** A machine on which only the programs of `has` are there, and where `-m venv` makes what a real one would. */
const never = new Promise<number>(() => undefined);

function machineWith({ env = {}, has, fails, healthyAfter = 0, exitCode, ended = never }: FakeOptions): Fake {
  let asked = 0;
  const fake: Fake = {
    ran: [],
    started: [],
    stopped: 0,
    env: { PATH: '/usr/bin', ...env },
    freePort: async () => 45_678,
    isHealthy: async () => asked++ >= healthyAfter,
    isAnswering: async (url) => !url.endsWith(':1'),
    run: async (program, args) => {
      const line = [program, ...args].join(' ');
      fake.ran.push(line);
      if (!(has.includes(program) || program.startsWith(folder))) {
        return missing;
      }
      const failed = fails?.(line);
      if (failed === undefined && args[1] === 'venv') {
        const bin = join(args.at(-1) ?? '', 'bin');
        mkdirSync(bin, { recursive: true });
        writeFileSync(join(bin, 'ministack'), '');
      }
      return failed ?? fine;
    },
    start: (program, args, options) => {
      fake.started.push({ program, args, options });
      const stop = async () => {
        fake.stopped += 1;
      };
      return { exitCode: () => exitCode, ended, stop };
    },
  };
  return fake;
}

const ensure = async (machine: Machine, more: object = {}) => {
  const lines: string[] = [];
  const emulator = await ensureEmulator({ machine, folder, log: (line) => lines.push(line), ...more });
  return { ...emulator, lines };
};

describe('ensureEmulator', () => {
  it('uses the emulator at AWS_ENDPOINT_URL as it is, and leaves it running', async () => {
    const machine = machineWith({ env: { AWS_ENDPOINT_URL: 'http://localhost:4566' }, has: ['python3'] });

    const emulator = await ensure(machine);
    await emulator.stop();

    expect(emulator.endpoint).toBe('http://localhost:4566');
    expect([machine.ran, machine.started, machine.stopped]).toEqual([[], [], 0]);
  });

  it('says so where nothing is at AWS_ENDPOINT_URL, before anything is deployed there', async () => {
    const machine = machineWith({ env: { AWS_ENDPOINT_URL: 'http://localhost:1' }, has: ['python3'] });

    await expect(ensure(machine)).rejects.toThrow('AWS_ENDPOINT_URL is http://localhost:1, where nothing answers');
    expect([machine.ran, machine.started]).toEqual([[], []]);
  });

  it('uses the one that is up already, and leaves it running; where none is, it starts its own', async () => {
    const [up, down] = [machineWith({ has: ['python3'] }), machineWith({ has: ['python3'], healthyAfter: 1 })];
    const joined = await ensure(up, { upAlready: 'http://localhost:4711' });
    await joined.stop();
    const own = await ensure(down, { upAlready: 'http://localhost:4711' });

    expect([joined.endpoint, own.endpoint]).toEqual(['http://localhost:4711', 'http://localhost:45678']);
    expect([up.started.length, up.stopped, down.started.length]).toEqual([0, 0, 1]);
  });

  it('installs by hash into a virtual environment and starts it on a free port', async () => {
    const machine = machineWith({ has: ['python3'] });

    const emulator = await ensure(machine, { settings: { SFN_WAIT_SCALE: '0.1' } });

    expect(emulator.endpoint).toBe('http://localhost:45678');
    expect(machine.ran.at(-1)).toMatch(/venv\/bin\/python -m pip install .*--require-hashes -r .*requirements\.txt$/);
    expect(machine.started[0]?.program).toBe(join(folder, 'venv/bin/ministack'));
    expect(machine.started[0]?.options.env).toMatchObject({ GATEWAY_PORT: '45678', SFN_WAIT_SCALE: '0.1' });
  });

  it("puts this process's Node first on the emulator's path", async () => {
    const machine = machineWith({ has: ['python3'] });

    await ensure(machine);

    expect(machine.started[0]?.options.env.PATH).toBe(`${dirname(process.execPath)}:/usr/bin`);
  });

  it('listens on the loopback only', async () => {
    const machine = machineWith({ has: ['python3'] });

    await ensure(machine);

    expect(machine.started[0]?.options.env.BIND_HOST).toBe('127.0.0.1');
  });

  it('installs once, and again when the requirements changed', async () => {
    const machine = machineWith({ has: ['python3'] });
    await ensure(machine);
    const afterFirst = machine.ran.length;
    await ensure(machine);
    expect(machine.ran).toHaveLength(afterFirst);

    writeFileSync(join(folder, 'venv/requirements.sha256'), 'of older requirements');
    await ensure(machine);

    expect(machine.ran.length).toBeGreaterThan(afterFirst);
  });

  it('takes a newer Python by its own name where python3 is too old', async () => {
    const tooOld = (line: string) => (line.startsWith('python3 -c') ? { ...fine, code: 1 } : undefined);
    const machine = machineWith({ has: ['python3', 'python3.12'], fails: tooOld });

    await ensure(machine);

    expect(machine.ran).toContain(`python3.12 -m venv --clear ${join(folder, 'venv')}`);
  });

  it('goes on to Docker where Python has no venv module', async () => {
    const noVenv = (line: string) => (line.includes('-m venv') ? { ...fine, code: 1 } : undefined);
    const machine = machineWith({ has: ['python3', 'docker'], fails: noVenv });

    const { lines } = await ensure(machine);

    expect(machine.started[0]?.program).toBe('docker');
    expect(lines.join()).toContain('Docker');
  });

  it('publishes the container on the loopback only, with the same settings', async () => {
    const machine = machineWith({ has: ['docker'] });

    await ensure(machine, { settings: { SFN_WAIT_SCALE: '0.1' } });

    const line = machine.started[0]?.args.join(' ');
    expect(line).toContain('--publish 127.0.0.1:45678:45678');
    expect(line).toContain('--env SFN_WAIT_SCALE=0.1');
    expect(line).toMatch(/ministackorg\/ministack:\d+\.\d+\.\d+$/);
  });

  it('says what to install where Docker is installed but not running, and there is no Python', async () => {
    const notRunning = (line: string) => (line.startsWith('docker version') ? { ...fine, code: 1 } : undefined);

    await expect(ensure(machineWith({ has: ['docker'], fails: notRunning }))).rejects.toThrow(nothingToRunItOn);
  });

  it('says what to install where there is neither', async () => {
    await expect(ensure(machineWith({ has: [] }))).rejects.toThrow(nothingToRunItOn);
  });

  it("tells pip's last words where the packages cannot be installed, and does not take them for installed", async () => {
    const noNetwork = (line: string) =>
      line.includes('-m pip') ? { ...fine, code: 1, stderr: 'ERROR: no matching distribution' } : undefined;

    await expect(ensure(machineWith({ has: ['python3'], fails: noNetwork }))).rejects.toThrow(
      'no matching distribution',
    );
    expect(existsSync(join(folder, 'venv/requirements.sha256'))).toBe(false);
  });

  it('waits until the emulator is healthy', async () => {
    const machine = machineWith({ has: ['python3'], healthyAfter: 3 });

    expect((await ensure(machine)).lines.at(-1)).toContain('ready');
  });

  it('names the log where the emulator ended at its start', async () => {
    const machine = machineWith({ has: ['python3'], healthyAfter: Number.POSITIVE_INFINITY, exitCode: 1 });

    await expect(ensure(machine)).rejects.toThrow(join(folder, 'emulator.log'));
  });

  it('tells of an emulator that ends later by itself, and not of one that was stopped', async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<number>();
    const [died, stopped] = [
      await ensure(machineWith({ has: ['python3'], ended })),
      await ensure(machineWith({ has: ['python3'], ended })),
    ];
    const heard: unknown[] = [];
    stopped.died.catch((error) => heard.push(error));
    await stopped.stop();
    end(137);

    await expect(died.died).rejects.toThrow('ended by itself (exit code 137)');
    expect(heard).toEqual([]);
  });
});

describe('run-emulator', () => {
  it('prints one sentence and exits 1 on a machine with neither Python nor Docker', () => {
    const script = join(import.meta.dirname, '../../../tools/emulator/run-emulator.ts');

    const run = spawnSync(process.execPath, [script, '--folder', folder], { env: { PATH: folder }, encoding: 'utf8' });

    expect(run.stderr.trim().split('\n')).toEqual([nothingToRunItOn, 'npm run emulator -- --help says more.']);
    expect(run.stdout).toBe('');
    expect(run.status).toBe(1);
  });
});

describe('requirements.txt', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../tools/emulator/requirements.txt'), 'utf8');
  const blocks = text.split(/\n(?=[a-z])/).filter((block) => /^[a-z0-9-]+==/.test(block));

  it('pins each package by version and hash', () => {
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.filter((block) => !block.includes('--hash=sha256:'))).toEqual([]);
  });

  it('names no address to fetch from', () => {
    expect(text).not.toMatch(/https?:|--index-url|--find-links/);
  });
});
