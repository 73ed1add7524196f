import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Store } from '#shared/store/open-store.ts';
import type { PushCounts } from '../simulators/pusher.ts';
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
      ...missingChaos(wrongsOf(lane), simulation.chaos),
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
      return [...compareLane({ lane, lived, run, snapshots }), ...untakenPushes(lane)];
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

/** What Backhaul was told by a push, and did not take however often it was repeated. */
export function untakenPushes({ doudian, feed }: PushingLane): Difference[] {
  return [
    { about: 'Doudian', count: doudian.counts.pushes.untaken },
    { about: 'the carrier feed', count: feed.counts.pushes.untaken },
  ]
    .filter(({ count }) => count > 0)
    .map(({ about, count }) => ({ about, what: `${count} pushes were not taken` }));
}

interface PushingLane {
  readonly doudian: { readonly counts: { readonly pushes: Pick<PushCounts, 'untaken'> } };
  readonly feed: { readonly counts: { readonly pushes: Pick<PushCounts, 'untaken'> } };
}

interface Wrongs {
  readonly asked: number;
  readonly wrong: number;
  readonly failedAfterEffect: number;
}

/** Of the calls to all warehouses since they were opened. */
function wrongsOf({ hangzhou, north }: Lane): Wrongs {
  const [qimen, http] = [hangzhou.counts.behaviours, north.counts.behaviours];
  return {
    asked: hangzhou.counts.calls.asked + north.counts.asked,
    wrong: qimen.wrong + http.wrong,
    failedAfterEffect: qimen.failedAfterEffect + http.failedAfterEffect,
  };
}

/** Of so many calls some go wrong, where some are to. */
const manyCalls = 100;

/** A run in which nothing went wrong, though it was to, proves nothing. */
export function missingChaos({ asked, failedAfterEffect }: Wrongs, chaos: number): Difference[] {
  return chaos >= 0.1 && asked >= manyCalls && failedAfterEffect === 0
    ? [{ about: 'the simulation', what: `none of ${asked} calls to warehouses failed after it took effect` }]
    : [];
}

function linesOf(lane: Lane, { lives, dock }: Lived, snapshots: ReadonlyMap<string, CaseSnapshot>): string[] {
  const { pushes } = lane.doudian.counts;
  const wrongs = wrongsOf(lane);
  return [
    `${lives.length} cases: ${countsOf(lives.map(({ life }) => life))}`,
    `hints: ${pushes.pushed}, of which ${pushes.dropped} were never sent, ${pushes.delayed} came late, ${pushes.duplicated} twice; ${missedCount(snapshots)} changes were first seen by listing`,
    `calls to warehouses: ${wrongs.asked}, of which ${wrongs.failedAfterEffect} failed after they took effect, ${wrongs.wrong - wrongs.failedAfterEffect} went wrong in another way`,
    followLine(lane, lives),
    ...figureLines(lane, { dock }, [...snapshots.values()]),
  ];
}

function countsOf(names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  return distinct.map((name) => `${names.filter((each) => each === name).length} ${name}`).join(', ');
}
