import { renderTimeline } from '#shared/api/render-timeline.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { runScenarios, type ScenarioResult } from '../../test/scenarios/run-scenarios.ts';
import { scenarios } from '../../test/scenarios/scenarios.ts';
import { openWorld, type World } from '../../test/scenarios/world.ts';
import { bringUp } from '../emulator/bring-up.ts';
import { drainQueues } from '../emulator/queue-depths.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { queuePrefix } from '../operate/read-outputs.ts';
import { type Log, openLog } from '../run/progress.ts';
import { runScript } from '../run/run-script.ts';
import { openCaseReader } from './case-reader.ts';
import { claimDemoPorts } from './demo-ports.ts';
import { helpText } from './scenarios/help.ts';
import { readScenarioOptions, type ScenarioOptions } from './scenarios/options.ts';
import { countLines, failureLines, tellScenarios } from './scenarios/report.ts';

const drainPatienceMs = 200_000;

async function run(options: ScenarioOptions): Promise<void> {
  const log = openLog();
  await claimDemoPorts();
  const { emulator, outputs } = await bringUp(log, { join: true });
  try {
    const failures = await Promise.race([play(outputs, options, log), emulator.died]);
    process.exitCode = failures.length === 0 ? 0 : 1;
  } finally {
    await emulator.stop();
  }
}

/** @returns what did not arrive. */
async function play(outputs: LocalOutputs, { only, locale }: ScenarioOptions, log: Log): Promise<readonly string[]> {
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
    const reader = openCaseReader(outputs, log);
    const shown = await tellScenarios(results, async (caseKey) =>
      renderTimeline(await reader.readTimeline(caseKey, locale), locale, merchant.timeZone),
    );
    const failures = [...failureLines(results, left), ...shown.unread];
    const counted = countLines({ ...webhookCounts(world), told: world.events.count(), left });
    console.log([...shown.lines, '', ...counted, '', ...endLines(failures)].join('\n'));
    return failures;
  } finally {
    await world.close();
  }
}

function endLines(failures: readonly string[]): string[] {
  return failures.length === 0 ? ['Everything arrived.'] : ['Did not arrive:', ...failures.map((each) => `  ${each}`)];
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

await runScript({
  command: 'npm run scenarios',
  help: helpText(scenarios),
  read: () =>
    readScenarioOptions(
      process.argv.slice(2),
      scenarios.map(({ letter }) => letter),
    ),
  run,
});
