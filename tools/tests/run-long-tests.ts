import type { Part } from './part.ts';
import { runParts } from './run-parts.ts';

const { PROPERTY_SCALE = '10' } = process.env;

/** What looks deeper than `npm test` has time for, in this order: the cheapest first. */
const parts: readonly Part[] = [
  {
    name: 'bench',
    what: 'speed and cost, over a floor program in the same run',
    command: ['node', 'test/bench/bench.ts'],
  },
  {
    name: 'welcome',
    what: 'the demo merchant: every return is as its episode says',
    command: ['node', 'tools/demo/start.ts', '--once'],
  },
  {
    name: 'overload',
    what: 'a thousand deliveries beside busy processes, each once',
    command: ['node', 'tools/demo/overload.ts'],
  },
  {
    name: 'scenarios',
    what: 'all scenarios, the lane at scale too',
    command: ['node', 'tools/demo/scenarios.ts'],
  },
  { name: 'property', what: `as npm test, with ${PROPERTY_SCALE} times the tries`, env: { PROPERTY_SCALE } },
];

const note = `PROPERTY_SCALE says how many times the tries, PROPERTY_SEED repeats a run. All but property deploy to a local AWS.
npm run simulate is not part of it: it needs npm start -- --quiet beside it.`;

process.exitCode = await runParts({ command: 'npm run test:long', parts, note }, process.argv.slice(2));
