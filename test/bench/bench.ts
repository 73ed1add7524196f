import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { didYouMean } from '../../infra/did-you-mean.ts';
import { readOptions } from '../../tools/run/read-options.ts';
import { runScript } from '../../tools/run/run-script.ts';
import { missedBars } from './bars.ts';
import { projectRoot } from './bundle.ts';
import { type CpuResult, measureCpu } from './cpu.ts';
import { type LoadResult, measureLoad } from './load.ts';
import { cpuText, loadText, unitsText } from './print.ts';
import { measureUnits, type UnitsResult } from './units.ts';

const help = `npm run bench                      measures speed and cost, prints tables, writes .local/bench.json
npm run bench -- --only cpu        CPU per accepted webhook, over a floor of one HMAC, one SendMessage and one log line
npm run bench -- --only load       bytes and load time of each function's bundle, over the floor's
npm run bench -- --only units      AWS calls and DynamoDB units of a return, against the emulator
npm run bench -- --json            prints the JSON instead of the tables
npm run bench -- --rounds 9        how often each is measured (cpu: 5, load: 31 when not given)

Times are for ranking; the ratios, taken in one run, are what holds. It fails where a bar is missed (test/bench/bars.ts).`;

const parts = ['cpu', 'load', 'units'] as const;

export interface BenchResult {
  readonly at: string;
  readonly machine: { readonly node: string; readonly cpus: number; readonly model: string };
  readonly cpu?: readonly CpuResult[];
  readonly load?: readonly LoadResult[];
  readonly units?: UnitsResult;
}

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  rounds: { type: 'string', default: '0' },
} as const;

type Values = ReturnType<typeof readValues>;

function readValues() {
  const { only = [], rounds, ...values } = readOptions(options);
  const unknown = only.find((name) => !parts.some((each) => each === name));
  if (unknown !== undefined) {
    throw new Error(`There is no part "${unknown}"; there are: ${parts.join(', ')}${didYouMean(unknown, parts)}`);
  }
  if (!/^\d{1,4}$/.test(rounds)) {
    throw new Error(`--rounds is "${rounds}"; it must be a whole number, such as 9.`);
  }
  return { ...values, only, rounds: Number(rounds) };
}

async function run({ only, rounds, json }: Values): Promise<void> {
  const wants = (part: (typeof parts)[number]) => only.length === 0 || only.includes(part);
  const log = (line: string) => console.error(line);
  const result: BenchResult = {
    at: new Date().toISOString(),
    machine: { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? 'not known' },
    ...(wants('cpu') && { cpu: await measureCpu({ rounds: rounds || 5, warmUps: 1000, measured: 3000, log }) }),
    ...(wants('load') && { load: await measureLoad({ runs: rounds || 31, log }) }),
    ...(wants('units') && { units: await measureUnits(log) }),
  };
  write(result);
  console.log(json ? JSON.stringify(result, undefined, 2) : textOf(result));
  const missed = missedBars(result);
  for (const sentence of missed) {
    console.error(sentence);
  }
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function write(result: BenchResult): void {
  mkdirSync(join(projectRoot, '.local'), { recursive: true });
  writeFileSync(join(projectRoot, '.local', 'bench.json'), `${JSON.stringify(result, undefined, 2)}\n`);
}

function textOf({ at, machine, cpu, load, units }: BenchResult): string {
  const title = `${at}, Node ${machine.node}, ${machine.cpus} × ${machine.model}`;
  const texts = [title, cpu && cpuText(cpu), load && loadText(load), units && unitsText(units)];
  return texts.filter((text) => text !== undefined).join('\n\n');
}

await runScript({ command: 'npm run bench', help, read: readValues, run });
