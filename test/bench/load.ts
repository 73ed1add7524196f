import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { boardPage, buildBoardPage } from '../../infra/board-page.ts';
import { type Bundle, benchFolder, bundleEntry, functionFolders } from './bundle.ts';
import type { LoadOnce } from './load-once.ts';
import { deployedEnv, runFresh } from './run-node.ts';
import { orderOf, pairsOf, rounded, type Spread, spreadOf } from './statistics.ts';

export interface LoadResult {
  readonly name: string;
  readonly bytes: number;
  readonly bytesRatio: number;
  /** CPU of one load, milliseconds, all threads: what it takes by the clock on a machine that does nothing else. */
  readonly loadMs: Spread;
  readonly floorMs: Spread;
  /** Each load over the floor's that was made beside it. */
  readonly pairs: Spread;
  /** The median of these. */
  readonly loadRatio: number;
  /** The same by the clock, whatever else this machine did. */
  readonly wallMs: Spread;
  readonly wallRatio: number;
  /** The packages that weigh most in it. Bytes. */
  readonly heaviest: Readonly<Record<string, number>>;
}

export interface LoadOptions {
  readonly runs: number;
  readonly log: (line: string) => void;
}

interface Contestant {
  readonly name: string;
  readonly bundle: Bundle;
  /** Of it, and of the floor beside it. */
  readonly loads: LoadOnce[];
  readonly floorLoads: LoadOnce[];
}

/** Bytes and load of each function's bundle over those of the floor's, each in a fresh process beside one of the floor. */
export async function measureLoad({ runs, log }: LoadOptions): Promise<LoadResult[]> {
  const floor = await bundleEntry('test/bench/floor.ts', benchFolder);
  const contestants: Contestant[] = [];
  for (const name of functionFolders()) {
    const bundle = await bundleEntry(`functions/${name}/handler.ts`, benchFolder);
    if (name === 'serve-board') {
      // As the deployment puts it beside that bundle.
      await cp(await buildBoardPage(), join(dirname(bundle.file), basename(boardPage)), { recursive: true });
    }
    contestants.push({ name, bundle, loads: [], floorLoads: [] });
  }
  for (let run = 0; run < runs; run += 1) {
    log(`load ${run + 1}/${runs}`);
    for (const { bundle, loads, floorLoads } of contestants) {
      for (const isFloor of orderOf([true, false], run)) {
        (isFloor ? floorLoads : loads).push(await loadOnce(isFloor ? floor : bundle));
      }
    }
  }
  return contestants.map((contestant) => resultOf(contestant, floor));
}

function loadOnce({ file }: Bundle): Promise<LoadOnce> {
  return runFresh('load-once.ts', [file], deployedEnv);
}

function resultOf({ name, bundle, loads, floorLoads }: Contestant, floor: Bundle): LoadResult {
  const cpuOf = (each: readonly LoadOnce[]) => each.map(({ cpuMs }) => cpuMs);
  const wallOf = (each: readonly LoadOnce[]) => each.map(({ wallMs }) => wallMs);
  const pairs = pairsOf(cpuOf(loads), cpuOf(floorLoads));
  return {
    name,
    bytes: bundle.bytes,
    bytesRatio: rounded(bundle.bytes / floor.bytes),
    loadMs: spreadOf(cpuOf(loads)),
    floorMs: spreadOf(cpuOf(floorLoads)),
    pairs,
    loadRatio: pairs.median,
    wallMs: spreadOf(wallOf(loads)),
    wallRatio: pairsOf(wallOf(loads), wallOf(floorLoads)).median,
    heaviest: heaviestOf(bundle),
  };
}

function heaviestOf({ inputs }: Bundle): Record<string, number> {
  const weights = new Map<string, number>();
  for (const [path, bytes] of Object.entries(inputs)) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'own code';
    weights.set(name, (weights.get(name) ?? 0) + bytes);
  }
  const sorted = [...weights].sort(([, a], [, b]) => b - a);
  return Object.fromEntries(sorted.slice(0, 8));
}
