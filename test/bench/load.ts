import { type Bundle, benchFolder, bundleEntry, functionFolders } from './bundle.ts';
import type { LoadOnce } from './load-once.ts';
import { deployedEnv, startFresh } from './run-node.ts';
import { orderOf, rounded, type Spread, spreadOf } from './statistics.ts';

export interface LoadResult {
  readonly name: string;
  readonly bytes: number;
  readonly bytesRatio: number;
  /** Wall time of loading it, milliseconds, with source maps on as deployed. */
  readonly loadMs: Spread;
  /** Of the medians. */
  readonly loadRatio: number;
  /** The same without `--enable-source-maps`, to tell what that flag costs. */
  readonly plainLoadMs: Spread;
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
  readonly loads: { readonly deployed: number[]; readonly plain: number[] };
}

/** Bytes and load time of each function's bundle over those of the floor's, the loads by turns and each in a fresh process. */
export async function measureLoad({ runs, log }: LoadOptions): Promise<LoadResult[]> {
  const floor = await enter('floor', 'test/bench/floor.ts');
  const contestants = [floor];
  for (const folder of functionFolders()) {
    contestants.push(await enter(folder, `functions/${folder}/handler.ts`));
  }
  const { NODE_OPTIONS: _, ...plainEnv } = deployedEnv;
  for (let run = 0; run < runs; run += 1) {
    log(`load ${run + 1}/${runs}`);
    for (const { bundle, loads } of orderOf(contestants, run)) {
      loads.deployed.push(await loadOnce(bundle, deployedEnv));
      loads.plain.push(await loadOnce(bundle, plainEnv));
    }
  }
  return contestants.map((contestant) => resultOf(contestant, floor));
}

async function enter(name: string, entry: string): Promise<Contestant> {
  return { name, bundle: await bundleEntry(entry, benchFolder), loads: { deployed: [], plain: [] } };
}

async function loadOnce({ file }: Bundle, env: Readonly<Record<string, string>>): Promise<number> {
  const { answer } = await startFresh<LoadOnce>('load-once.ts', [file], env).end();
  return answer.wallMs;
}

function resultOf({ name, bundle, loads }: Contestant, floor: Contestant): LoadResult {
  return {
    name,
    bytes: bundle.bytes,
    bytesRatio: rounded(bundle.bytes / floor.bundle.bytes),
    loadMs: spreadOf(loads.deployed),
    loadRatio: spreadOf(loads.deployed).median / spreadOf(floor.loads.deployed).median,
    plainLoadMs: spreadOf(loads.plain),
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
