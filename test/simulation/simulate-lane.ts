import { setTimeout as sleep } from 'node:timers/promises';
import { caseKeyOf } from '#shared/returns/case-key.ts';
import type { Store } from '#shared/store/open-store.ts';
import { compareLane, type Difference } from './compare-lane.ts';
import { announcementLags, figureLines } from './lane-figures.ts';
import { type LaneRun, runLane } from './run-lane.ts';

export interface LaneSimulation extends LaneRun {
  readonly store: Pick<Store, 'cases'>;
}

export interface Simulated {
  /** What one side says and the other does not, after everybody had time to catch up. */
  readonly differences: readonly Difference[];
  /** How it went, for people. */
  readonly lines: readonly string[];
}

const lookEveryMs = 2000;

/** Lets the lane live, waits until simulators and Backhaul agree (or never will), and says how it went. */
export async function simulateLane(simulation: LaneSimulation): Promise<Simulated> {
  const { lane, store, onProgress } = simulation;
  const { lives, unannounced } = await runLane(simulation);
  const giveUpAt = Date.now() + simulation.patienceMs;
  let differences = await compareLane(lane, lives, store.cases.readSnapshot);
  for (let looks = 0; differences.length > 0 && Date.now() < giveUpAt; looks += 1) {
    if (looks % 10 === 0) {
      onProgress?.(`all lives are over; ${differences.length} differences are left`);
    }
    await sleep(lookEveryMs);
    differences = await compareLane(lane, lives, store.cases.readSnapshot);
  }
  const records = await Promise.all(
    lives.map(async ({ id }) => {
      const { shop } = lane.doudian.truth(id);
      return await store.cases.readSnapshot(caseKeyOf({ source: 'doudian', shop, caseId: id }));
    }),
  );
  const snapshots = records.flatMap((record) => (record ? [record.snapshot] : []));
  const { pushes } = lane.doudian.counts;
  const missed = snapshots.reduce((sum, { missedWebhooks }) => sum + missedWebhooks.length, 0);
  const late = unannounced.map((number) => ({ about: 'a dock', what: `${number} came and nobody had announced it` }));
  return {
    differences: [...late, ...differences],
    lines: [
      `${lives.length} cases: ${countsOf(lives.map(({ life }) => life))}`,
      `hints: ${pushes.pushed}, of which ${pushes.dropped} were never sent, ${pushes.delayed} came late, ${pushes.duplicated} twice; ${missed} changes were first seen by listing`,
      ...figureLines(announcementLags(lane, lives), snapshots),
    ],
  };
}

function countsOf(names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  return distinct.map((name) => `${names.filter((each) => each === name).length} ${name}`).join(', ');
}
