import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, countCheck, countTests, type VitestReport } from './test-counts.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules', '.bin');
const reports = join(root, '.local', 'tests');

/** What `npm test` does, in this order: the cheapest first. A part without a command is a vitest project of its name. */
export const parts: readonly { readonly name: string; readonly what: string; readonly command?: readonly string[] }[] =
  [
    {
      name: 'lint',
      what: 'Biome: format, rules, who may import what',
      command: ['biome', 'ci', '--error-on-warnings', '.'],
    },
    { name: 'types', what: 'TypeScript', command: ['tsc', '-p', '.'] },
    { name: 'unused', what: 'knip: files, exports and packages that nothing uses', command: ['knip'] },
    { name: 'unit', what: 'one unit at a time, nothing outside the process' },
    { name: 'property', what: 'generated deliveries in any order, twice, in races' },
    { name: 'contract', what: 'one suite per contract, over everything that claims to keep it' },
    { name: 'infra', what: 'the synthesized stacks, with cdk-nag' },
    { name: 'growth', what: 'one new thing of each kind in a copy of the project: what it touches' },
    { name: 'integration', what: 'the deployed stack on a local AWS' },
  ];

/** Runs one part to its end, its output as it comes, and counts what it did. */
export async function runPart({ name, command }: (typeof parts)[number]): Promise<Count> {
  const startedAt = performance.now();
  const report = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runProgram(command ?? ['vitest', 'run', '--project', name, ...reporters]);
  const ended = { part: name, exitCode, seconds: (performance.now() - startedAt) / 1000 };
  return command ? countCheck(ended) : countTests(ended, readReport(report));
}

async function runProgram([program = '', ...args]: readonly string[]): Promise<number> {
  return await new Promise((ended) => {
    const child = spawn(join(bin, program), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => ended(127));
    child.once('close', (code) => ended(code ?? 1));
  });
}

function readReport(path: string): VitestReport | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as VitestReport) : undefined;
}
