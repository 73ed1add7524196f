import { merchant } from '#shared/merchant/bundled.ts';
import { drainQueues } from '../../test/scenarios/queue-depths.ts';
import { runScenarios, type ScenarioResult } from '../../test/scenarios/run-scenarios.ts';
import { scenarios } from '../../test/scenarios/scenarios.ts';
import { openWorld, type World } from '../../test/scenarios/world.ts';
import { helpText, whereText } from './demo/help.ts';
import { type DemoOptions, readDemoOptions } from './demo/options.ts';
import { countLines, failureLines, tellScenarios } from './demo/report.ts';
import { openTimelines } from './demo/timelines.ts';
import { deployDemo } from './deploy.ts';
import { ensureEmulator } from './emulator.ts';
import type { LocalOutputs } from './outputs.ts';
import { deployProgress, type Log, openLog } from './progress.ts';
import { queuePrefix } from './read-outputs.ts';

const drainPatienceMs = 200_000;

async function start(options: DemoOptions, log: Log): Promise<void> {
  log('Backhaul: a demo on a local AWS');
  const emulator = await ensureEmulator({ log });
  try {
    log('deploying the same stacks that AWS gets');
    const outputs = await deployDemo({ endpoint: emulator.endpoint, onProgress: deployProgress(log) });
    const failures = await play(outputs, options, log);
    process.exitCode = failures.length === 0 ? 0 : 1;
    if (!options.once) {
      await stayUp();
    }
  } finally {
    await emulator.stop();
  }
}

/** @returns what did not arrive. */
async function play(outputs: LocalOutputs, { only, locale }: DemoOptions, log: Log): Promise<readonly string[]> {
  const world = await openWorld(outputs);
  try {
    const wanted = scenarios.filter(({ letter }) => only.includes(letter));
    log(`${wanted.length} scenarios, most of them side by side`);
    const results = await runScenarios(world, wanted, {
      onStart: ({ letter, title }) => log(`(${letter}) starts: ${title}`),
      onProgress: ({ letter }, text) => log(`(${letter}) ${text}`),
      onEnd: (result) => log(endText(result)),
    });
    log('waiting until every queue is empty');
    const left = await drainQueues(world.sqs, queuePrefix(outputs), drainPatienceMs);
    const timelines = await openTimelines(outputs, locale, merchant.timeZone);
    const told = await tellScenarios(results, timelines);
    const failures = [...failureLines(results, left), ...told.unread];
    const lines = [
      ...told.lines,
      '',
      ...countLines({ ...webhookCounts(world), told: world.events.count(), left }),
      '',
      whereText(outputs, caseOfAgents(results)),
      '',
      ...(failures.length === 0
        ? ['Everything arrived.']
        : ['Did not arrive:', ...failures.map((each) => `  ${each}`)]),
    ];
    console.log(lines.join('\n'));
    return failures;
  } finally {
    await world.close();
  }
}

/** The demo's agents see the own store's cases only. */
function caseOfAgents(results: readonly ScenarioResult[]): string {
  const keys = results.flatMap(({ shown }) => shown).map(({ caseKey }) => caseKey);
  return keys.find((key) => key.startsWith('standard:main:')) ?? 'standard:main:RMA-1';
}

function endText({ letter, checks, failed, seconds }: ScenarioResult): string {
  const took = `${Math.round(seconds)} s`;
  return failed.length === 0
    ? `(${letter}) ✓ ${checks.length} checks, ${took}`
    : `(${letter}) ✗ ${failed.length} of ${checks.length} checks failed, ${took}: ${failed[0]?.what}`;
}

function webhookCounts({ sender, shop }: World): { readonly sent: number; readonly accepted: number } {
  return {
    sent: sender.counts.sent + shop.counts.sent,
    accepted: sender.counts.accepted + shop.counts.accepted,
  };
}

async function stayUp(): Promise<void> {
  console.log('\nIt stays up, its senders and warehouses gone home; Ctrl-C ends it.');
  await new Promise<void>((resolve) => {
    // A promise alone keeps no process alive.
    const alive = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    process.once('SIGINT', end).once('SIGTERM', end);
  });
}

try {
  const options = readDemoOptions(
    process.argv.slice(2),
    scenarios.map(({ letter }) => letter),
  );
  if (options.help) {
    console.log(helpText(scenarios));
  } else {
    await start(options, openLog());
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('npm start -- --help says more.');
  process.exitCode = 1;
}
