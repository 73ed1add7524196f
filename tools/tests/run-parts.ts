import { didYouMean } from '../../infra/did-you-mean.ts';
import { runs } from '../../test/property/runs.ts';
import { sentenceOf } from '../run/sentence-of.ts';
import { type Part, runPart } from './part.ts';
import { describeCounts, hasFailed } from './test-counts.ts';

const wantedMajor = 24;

export interface Suite {
  /** As one types it, such as `npm test`. */
  readonly command: string;
  readonly parts: readonly Part[];
  /** What else there is to know before running it. */
  readonly note: string;
}

/**
 * Runs the parts that are asked for one after another, all where none is named, and prints a table of them.
 * @returns the exit code: 0, or 1 where a part failed, or nothing could be made of what was asked.
 */
export async function runParts(suite: Suite, asked: readonly string[]): Promise<number> {
  const { parts } = suite;
  if (asked.includes('--help') || asked.includes('-h')) {
    console.log(teach(suite));
    return 0;
  }
  const refusal = refusalOf(suite, asked);
  if (refusal !== undefined) {
    console.error(refusal);
    return 1;
  }
  const chosen = parts.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const isBeside = (part: Part) => chosen.some(({ name }) => name === part.beside);
  const runs = chosen.filter((part) => !isBeside(part));
  const counts = [];
  for (const [n, part] of runs.entries()) {
    const beside = chosen.filter((each) => each.beside === part.name);
    const titles = [part, ...beside].map(({ name, what }) => `${name}: ${what}`);
    console.log(`\n[${n + 1}/${runs.length}] ${titles.join('\n      beside it ')}`);
    counts.push(
      ...(await runPart(
        part,
        beside.map(({ name }) => name),
      )),
    );
  }
  console.log(describeCounts(counts));
  return hasFailed(counts) ? 1 : 0;
}

function refusalOf(suite: Suite, asked: readonly string[]): string | undefined {
  const names = suite.parts.map(({ name }) => name);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const lines = unknown.map((name) => `There is no part named ${name}${didYouMean(name, names)}`);
    return `${lines.join('\n')}\n\n${teach(suite)}`;
  }
  if (process.versions.node.split('.')[0] !== String(wantedMajor)) {
    const wanted = `the project runs on ${wantedMajor}, which npm ci brings: use ${suite.command}.`;
    return `This is Node ${process.versions.node}; ${wanted}`;
  }
  try {
    runs(1);
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}

function teach({ command, parts, note }: Suite): string {
  const some = parts.slice(0, 2).map(({ name }) => name);
  const uses = [
    [command, 'runs everything'],
    [`${command} -- ${some.join(' ')}`, 'runs only these parts'],
    [`${command} -- --help`, 'tells this'],
  ] as const;
  const width = Math.max(...uses.map(([use]) => use.length)) + 3;
  return [
    ...uses.map(([use, what]) => `${use.padEnd(width)}${what}`),
    '',
    ...parts.map(({ name, what }) => `  ${name.padEnd(12)}${what}`),
    '',
    note,
  ].join('\n');
}
