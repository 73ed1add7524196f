import type { CaseSnapshot } from '#shared/returns/case.ts';
import type { Store } from '#shared/store/open-store.ts';
import { waitForAgreement } from './agree.ts';
import { compareLane } from './compare-lane.ts';
import type { Difference } from './difference.ts';
import type { Lane } from './lane.ts';
import { figureLines, followLine } from './lane-figures.ts';
import { keysOpened, readSnapshots, strayCases } from './lane-records.ts';
import { compareMissed, missedCount } from './missed-pushes.ts';
import { refusedCalls, refusedSince } from './refused-calls.ts';
import { type LaneRun, type Lived, mostDelayMs, runLane } from './run-lane.ts';

export interface LaneSimulation extends LaneRun {
  readonly store: Pick<Store, 'cases' | 'listings'>;
}

export interface Simulated {
  /** What one side says and the other does not, after everybody had time to catch up, and what nobody may say. */
  readonly differences: readonly Difference[];
  /** How it went, for people. */
  readonly lines: readonly string[];
}

const lookEveryMs = 2000;
/** For what was held back to be sent, and for Backhaul to take it in. */
const heldBackMs = mostDelayMs + 10_000;

/** Lets the lane live, waits until simulators and Backhaul agree (or never will), and says how it went. */
export async function simulateLane(simulation: LaneSimulation): Promise<Simulated> {
  const { lane, store } = simulation;
  const startedAt = Date.now();
  const before = { keys: await keysOpened(store, startedAt, startedAt), refused: refusedCalls(lane) };
  const lived = await runLane(simulation);
  const { differences, snapshots } = await settle(simulation, lived);
  const after = await keysOpened(store, startedAt, Date.now());
  return {
    differences: [
      ...lived.failures,
      ...lived.dock.unannounced.map((number) => ({
        about: 'a dock',
        what: `${number} came, and it was not announced for all its cases`,
      })),
      ...differences,
      ...strayCases(before.keys, after, [lane.doudian, lane.outlet]),
      ...compareMissed(lane.doudian, snapshots, simulation.chaos),
      ...refusedSince(before.refused, refusedCalls(lane)),
    ],
    lines: linesOf(lane, lived, snapshots),
  };
}

async function settle(simulation: LaneSimulation, lived: Lived) {
  const { lane, store, run, patienceMs, onProgress } = simulation;
  let snapshots: ReadonlyMap<string, CaseSnapshot> = new Map();
  let looks = 0;
  const differences = await waitForAgreement({
    compare: async () => {
      snapshots = await readSnapshots(lane.doudian, lived.lives, store);
      return compareLane({ lane, lived, run, snapshots });
    },
    heldBackMs,
    patienceMs,
    everyMs: lookEveryMs,
    onWaiting: (left) => {
      const [first] = left;
      if (!first || looks % 10 === 0) {
        onProgress?.(
          first
            ? `${left.length} differences are left, the first of ${first.about}: ${first.what}`
            : 'all agree; once more, when what is held back has come',
        );
      }
      looks += 1;
    },
  });
  return { differences, snapshots };
}

function linesOf(lane: Lane, { lives, dock }: Lived, snapshots: ReadonlyMap<string, CaseSnapshot>): string[] {
  const { pushes } = lane.doudian.counts;
  return [
    `${lives.length} cases: ${countsOf(lives.map(({ life }) => life))}`,
    `hints: ${pushes.pushed}, of which ${pushes.dropped} were never sent, ${pushes.delayed} came late, ${pushes.duplicated} twice; ${missedCount(snapshots)} changes were first seen by listing`,
    followLine(lane, lives),
    ...figureLines(lane, { lives, dock }, [...snapshots.values()]),
  ];
}

function countsOf(names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  return distinct.map((name) => `${names.filter((each) => each === name).length} ${name}`).join(', ');
}
