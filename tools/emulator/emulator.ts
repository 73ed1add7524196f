import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunCommand, runCommand } from '../run/command.ts';
import { isAnswering } from '../run/is-answering.ts';
import { type Started, type StartOptions, startGroup } from '../run/process-group.ts';
import { nowAndThen } from '../run/waiting.ts';
import { dockerArguments, isDockerRunning } from './docker.ts';
import { installEmulator } from './python.ts';

export const nothingToRunItOn =
  'The local AWS needs Python 3.10 or newer with its venv module, or a running Docker, and found neither: ' +
  'install one of them, or set AWS_ENDPOINT_URL to an emulator that runs already.';

export interface Emulator {
  /** The one address of every service: `http://localhost:<port>`. */
  readonly endpoint: string;
  /** Fails when it ends although nobody stopped it; otherwise never comes about. */
  readonly died: Promise<never>;
  readonly stop: () => Promise<void>;
}

/** What is asked of the machine; tests put another one in its place. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: RunCommand;
  readonly start: (program: string, args: readonly string[], options: StartOptions) => Started;
  readonly freePort: () => Promise<number>;
  readonly isHealthy: (endpoint: string) => Promise<boolean>;
  /** Somebody is there, whoever it is. */
  readonly isAnswering: (url: string) => Promise<boolean>;
}

export interface EmulatorOptions {
  readonly log: (line: string) => void;
  /** Where its environment, state and log are kept; `.local` of the repository where not given. */
  readonly folder?: string;
  /** The emulator's own environment variables, such as `SFN_WAIT_SCALE`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly machine?: Machine;
  /** Where one may be up that somebody else started; it is taken, and left running. */
  readonly upAlready?: string | undefined;
}

interface Program {
  readonly name: string;
  readonly args: readonly string[];
}

/**
 * An emulator to deploy to: the one at `AWS_ENDPOINT_URL` as it is, else one that is up, else one started here, by Python or else by Docker. It is waited for
 * as long as its program lives: on a busy machine, or while Docker fetches it, that takes its time.
 * @throws Error with one sentence that says what to install where none is possible, or that nothing is at `AWS_ENDPOINT_URL`.
 */
export async function ensureEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { log, machine = thisMachine, settings = {} } = options;
  const given = (await whereSet(machine)) ?? (await whereUp(options, machine));
  if (given) {
    log(`using the emulator at ${given}`);
    return { endpoint: given, died: new Promise(() => undefined), stop: async () => await Promise.resolve() };
  }
  const folder = resolve(options.folder ?? join(import.meta.dirname, '../../.local'));
  mkdirSync(join(folder, 'state'), { recursive: true });
  const port = await machine.freePort();
  const program = await chooseProgram(machine, { folder, log, port, settings });
  const logFile = join(folder, 'emulator.log');
  const started = machine.start(program.name, program.args, {
    env: emulatorEnv(machine, port, folder, settings),
    logFile,
  });
  const endpoint = `http://localhost:${port}`;
  await waitUntilHealthy({ machine, started, endpoint, logFile, log });
  log(`emulator ready at ${endpoint}`);
  return watched({ endpoint, started, logFile });
}

async function whereSet({ env, isAnswering }: Machine): Promise<string | undefined> {
  const { AWS_ENDPOINT_URL: url } = env;
  if (url && !(await isAnswering(url))) {
    throw new Error(
      `AWS_ENDPOINT_URL is ${url}, where nothing answers: start that emulator, or unset it to have one started here.`,
    );
  }
  return url || undefined;
}

async function whereUp({ upAlready }: EmulatorOptions, { isHealthy }: Machine): Promise<string | undefined> {
  return upAlready !== undefined && (await isHealthy(upAlready)) ? upAlready : undefined;
}

function watched({ endpoint, started, logFile }: Pick<Waiting, 'endpoint' | 'started' | 'logFile'>): Emulator {
  let isWanted = true;
  const died = started.ended.then(async (code): Promise<never> => {
    if (isWanted) {
      throw new Error(
        `The emulator ended by itself (exit code ${code}); its own words are in ${logFile}. Start again.`,
      );
    }
    return await new Promise(() => undefined);
  });
  // Whoever waits for it hears of it; nobody has to.
  died.catch(() => undefined);
  const stop = async () => {
    isWanted = false;
    await started.stop();
  };
  return { endpoint, died, stop };
}

interface Wanted {
  readonly folder: string;
  readonly log: (line: string) => void;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

async function chooseProgram({ run }: Machine, { folder, log, port, settings }: Wanted): Promise<Program> {
  const installed = await installEmulator({ run, folder, log });
  if (installed) {
    return { name: installed, args: [] };
  }
  if (await isDockerRunning(run)) {
    log('no Python 3.10 or newer: running the emulator by Docker');
    return { name: 'docker', args: dockerArguments(port, settings) };
  }
  throw new Error(nothingToRunItOn);
}

/** This process's Node comes first, since the emulator runs the functions with the `node` it finds on the path. */
function emulatorEnv({ env }: Machine, port: number, folder: string, settings: Wanted['settings']): Machine['env'] {
  const path = [dirname(process.execPath), env.PATH].filter(Boolean).join(delimiter);
  const own = {
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    IOT_MTLS_ENABLED: '0',
    STATE_DIR: join(folder, 'state'),
  };
  return { ...env, ...settings, ...own, PATH: path };
}

interface Waiting {
  readonly machine: Machine;
  readonly started: Started;
  readonly endpoint: string;
  readonly logFile: string;
  readonly log: (line: string) => void;
}

async function waitUntilHealthy({ machine, started, endpoint, logFile, log }: Waiting): Promise<void> {
  const say = nowAndThen((text = '') => log(text));
  while (!(await machine.isHealthy(endpoint))) {
    say(`waiting for the emulator to answer at ${endpoint}; its own words are in ${logFile}`);
    if (started.exitCode() !== undefined) {
      await started.stop();
      throw new Error(`The emulator did not start; its own words are in ${logFile}`);
    }
    await sleep(100);
  }
}

async function freePort(): Promise<number> {
  return await new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no port is free')),
      );
    });
  });
}

export async function isHealthy(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}

const thisMachine: Machine = { env: process.env, run: runCommand, start: startGroup, freePort, isHealthy, isAnswering };
