import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunCommand } from '../run/command.ts';
import { accompany } from '../run/waiting.ts';

const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const isNewEnough = 'import sys; sys.exit(0 if sys.version_info >= (3, 10) else 1)';
const requirements = join(import.meta.dirname, 'requirements.txt');

export interface PythonOptions {
  readonly run: RunCommand;
  /** Where the virtual environment is kept: `<folder>/venv`. */
  readonly folder: string;
  readonly log: (line: string) => void;
}

/**
 * The emulator's program in a virtual environment, made and filled where that was not done yet for these requirements.
 * Undefined where no Python >= 3.10 with its venv module is found.
 * @throws Error where the packages cannot be installed, with pip's last words.
 */
export async function installEmulator({ run, folder, log }: PythonOptions): Promise<string | undefined> {
  const venv = join(folder, 'venv');
  const marker = join(venv, 'requirements.sha256');
  const program = join(venv, 'bin', 'ministack');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(program) && existsSync(marker) && readFileSync(marker, 'utf8') === wanted) {
    return program;
  }
  if (!(await makeEnvironment(run, venv))) {
    return undefined;
  }
  log('installing the emulator (once; about a minute)');
  await accompany('still installing it', installPackages(run, venv), (line = '') => log(line));
  writeFileSync(marker, wanted);
  return program;
}

async function makeEnvironment(run: RunCommand, venv: string): Promise<boolean> {
  for (const name of names) {
    if (
      (await run(name, ['-c', isNewEnough])).code === 0 &&
      (await run(name, ['-m', 'venv', '--clear', venv])).code === 0
    ) {
      return true;
    }
  }
  return false;
}

async function installPackages(run: RunCommand, venv: string): Promise<void> {
  const options = ['--quiet', '--disable-pip-version-check', '--require-hashes', '-r', requirements];
  const pip = await run(join(venv, 'bin', 'python'), ['-m', 'pip', 'install', ...options]);
  if (pip.code !== 0) {
    const lastWords = pip.stderr.trim().split('\n').slice(-3).join(' ');
    throw new Error(
      `The emulator could not be installed by pip (its packages come from the Python package index): ${lastWords}`,
    );
  }
}
