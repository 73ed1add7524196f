import type { Part } from './part.ts';
import { runParts } from './run-parts.ts';

/** In this order: the cheapest first. */
const parts: readonly Part[] = [
  {
    name: 'lint',
    what: 'Biome: format, rules, who may import what',
    command: ['biome', 'ci', '--error-on-warnings', '.'],
  },
  { name: 'types', what: 'TypeScript', command: ['tsc', '-p', '.'] },
  {
    name: 'page',
    what: 'TypeScript of the board, which runs in a browser',
    command: ['tsc', '-p', 'functions/serve-board/page'],
  },
  { name: 'unused', what: 'knip: files, exports and packages that nothing uses', command: ['knip'] },
  { name: 'unit', what: 'one unit at a time, nothing outside the process' },
  { name: 'handlers', what: 'each function as Lambda loads it, against a mocked SDK' },
  { name: 'property', what: 'generated deliveries in any order, twice, in races' },
  { name: 'contract', what: 'one suite per contract, over everything that claims to keep it' },
  { name: 'infra', what: 'the synthesized stacks, with cdk-nag' },
  { name: 'growth', what: 'one new thing of each kind in a copy of the project: what it touches' },
  { name: 'integration', what: 'the deployed stack on a local AWS' },
  { name: 'browser', what: 'the board in a Chromium, on the deployed stack', beside: 'integration' },
];

const note = `The parts integration and browser start a local AWS of their own, or use the one at AWS_ENDPOINT_URL.
npm run test:long looks deeper, and takes longer.`;

process.exitCode = await runParts({ command: 'npm test', parts, note }, process.argv.slice(2));
