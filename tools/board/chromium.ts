import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type RunCommand, runCommand } from '../run/command.ts';

export const nothingToBrowseWith =
  'The board is tried in Chromium, and none was found: install Chrome or Chromium, or set CHROMIUM_PATH to its program.';

/** A browser's program, and how it is started here. */
export interface Chromium {
  readonly path: string;
  readonly args: readonly string[];
  /** It came out of a package, and brings no fonts but Latin ones. */
  readonly isPackaged: boolean;
}

/** What is asked of the machine; tests put another one in its place. */
export interface BrowsingMachine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly arch: string;
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
  readonly run: RunCommand;
  /** @returns the program out of the package, unpacked. */
  readonly unpack: () => Promise<string>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const appsOfMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chromium of `CHROMIUM_PATH`, else one that is installed, else, on Linux with an x64 processor, the one of the package `@sparticuz/chromium`.
 * @throws Error with one sentence that says what to install.
 */
export async function findChromium(machine: BrowsingMachine = thisMachine): Promise<Chromium> {
  // Chromium's own sandbox refuses root.
  const args = machine.isRoot ? ['--no-sandbox'] : [];
  const path = wherePointed(machine) ?? (await whereInstalled(machine));
  if (path) {
    return { path, args, isPackaged: false };
  }
  if (machine.platform === 'linux' && machine.arch === 'x64') {
    // It is built for a place without user namespaces, and has no sandbox at all.
    return { path: await machine.unpack(), args: ['--no-sandbox', '--no-zygote'], isPackaged: true };
  }
  throw new Error(nothingToBrowseWith);
}

function wherePointed({ env, exists }: BrowsingMachine): string | undefined {
  const { CHROMIUM_PATH: path } = env;
  if (path && !exists(path)) {
    throw new Error(`CHROMIUM_PATH is ${path}, where nothing is: set it to the program of a Chrome or Chromium.`);
  }
  return path || undefined;
}

/** Only one that says its version: what some systems have by that name only tells how to install it. */
async function whereInstalled({ env, platform, exists, run }: BrowsingMachine): Promise<string | undefined> {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [...onPath, ...(platform === 'darwin' ? appsOfMac : [])].filter(exists)) {
    if ((await run(path, ['--version'])).code === 0) {
      return path;
    }
  }
  return undefined;
}

const unpacked = join(import.meta.dirname, '../../.local/chromium');
const unpacking = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());";

/** Once for each version; beside its place first, so that nobody starts half of one. */
async function unpackPackage(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const { version } = JSON.parse(
    await readFile(join(resolve('@sparticuz/chromium'), '../../package.json'), 'utf8'),
  ) as { version: string };
  const folder = join(unpacked, version);
  const program = join(folder, 'chromium');
  if (existsSync(program)) {
    return program;
  }
  const draft = `${folder}-${process.pid}`;
  await mkdir(draft, { recursive: true });
  // It unpacks into the folder for what is passing, wherever that is.
  const env = ['env', `TMPDIR=${draft}`, process.execPath, '--input-type=module', '-e', unpacking] as const;
  const [shell, ...args] = env;
  const { code, stderr } = await runCommand(shell, args);
  if (code !== 0) {
    throw new Error(`Chromium could not be unpacked: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  }
  await rename(draft, folder).catch(async () => await rm(draft, { recursive: true, force: true }));
  return program;
}

const thisMachine: BrowsingMachine = {
  env: process.env,
  platform: process.platform,
  arch: process.arch,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  run: runCommand,
  unpack: unpackPackage,
};
