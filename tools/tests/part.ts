import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, countCheck, countTogether, type VitestReport } from './test-counts.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules', '.bin');
const reports = join(root, '.local', 'tests');

/** One thing that a test run does. Without a command it is the vitest project of its name. */
export interface Part {
  readonly name: string;
  /** What it holds. */
  readonly what: string;
  readonly command?: readonly string[];
  /** The vitest project that mostly waits: where both are asked for, this one runs meanwhile, on the same local AWS. */
  readonly beside?: string;
  /** Put over the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one part to its end, with those beside it, its output as it comes. @returns what each did. */
export async function runPart({ name, command, env = {} }: Part, beside: readonly string[] = []): Promise<Count[]> {
  const startedAt = performance.now();
  const report = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const projects = [name, ...beside].flatMap((each) => ['--project', each]);
  const exitCode = await runProgram(command ?? ['vitest', 'run', ...projects, ...reporters], env);
  const ended = { part: name, exitCode, seconds: (performance.now() - startedAt) / 1000 };
  return command ? [countCheck(ended)] : countTogether(ended, beside, readReport(report));
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
