import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, countCheck, countTests, type VitestReport } from './test-counts.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules', '.bin');
const reports = join(root, '.local', 'tests');

/** One thing that a test run does. Without a command it is the vitest project of its name. */
export interface Part {
  readonly name: string;
  /** What it holds. */
  readonly what: string;
  readonly command?: readonly string[];
  /** Put over the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one part to its end, its output as it comes, and counts what it did. */
export async function runPart({ name, command, env = {} }: Part): Promise<Count> {
  const startedAt = performance.now();
  const report = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runProgram(command ?? ['vitest', 'run', '--project', name, ...reporters], env);
  const ended = { part: name, exitCode, seconds: (performance.now() - startedAt) / 1000 };
  return command ? countCheck(ended) : countTests(ended, readReport(report));
}

async function runProgram([program = '', ...args]: readonly string[], more: NodeJS.ProcessEnv): Promise<number> {
  const env = { ...process.env, ...more };
  return await new Promise((ended) => {
    const child = spawn(join(bin, program), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => ended(127));
    child.once('close', (code) => ended(code ?? 1));
  });
}

function readReport(path: string): VitestReport | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as VitestReport) : undefined;
}
