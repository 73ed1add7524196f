import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, randomFrom } from '../memory/random.ts';
import type { StandardSender } from '../simulators/standard-sender.ts';
import type { Behaviour } from '../simulators/wms-behaviour.ts';
import { type CaseLife, type Life, numberPrefixOf, openCase, pickLife, pickWarehouse } from './case-life.ts';
import type { Difference } from './difference.ts';
import { type DockRecord, openDock } from './dock.ts';
import type { Lane } from './lane.ts';
import { liveCase } from './live-case.ts';

export interface LaneRun {
  readonly lane: Lane;
  readonly sender: StandardSender;
  /** Sets this run's tracking numbers apart. */
  readonly run: string;
  readonly cases: number;
  /** From 0 to 0.5: so many pushes are doubled, reordered, dropped, so many reports come twice, so many calls to a WMS fail after they took effect, and as many go wrong in another way. */
  readonly chaos: number;
  /** The same one gives the same lives, whatever the timing and the chaos. */
  readonly seed: number;
  readonly onProgress?: (text: string) => void;
  /** How long a clerk waits for an announcement. */
  readonly patienceMs: number;
}

export interface Lived {
  readonly lives: readonly CaseLife[];
  readonly dock: DockRecord;
  /** Lives that broke off, and why. */
  readonly failures: readonly Difference[];
}

const shops = ['4400123', '4400456'];
const newCasesEveryMs = 400;
/** A push that is held back comes within this. */
export const mostDelayMs = 8000;
const replicaLagMs = 3000;
/** What else goes wrong. A caller waits eight seconds; what hangs longer is done after it gave up. */
const otherWrongs: readonly Behaviour[] = [
  { kind: 'fail-500-before-effect' },
  { kind: 'answer-late', ms: 1500 },
  { kind: 'hang-then-done', ms: 9000 },
  { kind: 'hang-up' },
];
/** As often as all others together. */
const wrongs = [...otherWrongs, ...otherWrongs.map((): Behaviour => ({ kind: 'fail-500-after-effect' }))];

/** Lets so many buyers send something back, and everybody else do their part, some of it wrong. Ends when all lives are over. */
export async function runLane(options: LaneRun): Promise<Lived> {
  const { lane, cases, seed, chaos, onProgress } = options;
  const [fate, chance] = [randomFrom(seed), randomFrom(~seed)];
  const dock = openDock({ ...options, random: chance });
  const among = { shop: lane.doudian, feed: lane.feed, dock, sleep: wait, now: lane.clock.now };
  const lives: CaseLife[] = [];
  const failures: Difference[] = [];
  const living: Promise<void>[] = [];
  let over = 0;
  const begin = async (each: CaseLife) => {
    const random = randomFrom(seed + lives.push(each));
    await liveCase(each, { ...among, random }).catch((error: unknown) => {
      failures.push({ about: `${each.life} ${each.id}`, what: `broke off: ${error}` });
    });
    over += 1;
    if (over % 25 === 0) {
      onProgress?.(`${over} of ${cases} cases are over`);
    }
  };
  misbehave(lane, chaos);
  while (lives.length < cases) {
    await sleep(newCasesEveryMs);
    if (chance(100) < chaos * 50) {
      lane.doudian.lag(2, replicaLagMs);
    }
    living.push(...bearCases(options, fate, lives.length).map(begin));
  }
  await Promise.all(living);
  misbehave(lane, 0);
  await lane.settled();
  return { lives, dock: dock.record, failures };
}

/** One case, or two that share a parcel. */
export function bearCases(
  { lane, run, cases }: { readonly lane: Pick<Lane, 'doudian'>; readonly run: string; readonly cases: number },
  fate: Random,
  born: number,
): CaseLife[] {
  const drawn = pickLife(fate);
  const life: Life = drawn === 'shared' && born + 2 > cases ? 'plain' : drawn;
  const shop = shops[fate(shops.length)] ?? '';
  const number = (which: string) => `${numberPrefixOf(run)}${String(born).padStart(4, '0')}${which}`;
  const warehouseId = pickWarehouse(life, fate);
  const common = { life, trackingNumber: number('0'), secondNumber: number('1'), warehouseId } as const;
  return Array.from({ length: life === 'shared' ? 2 : 1 }, () => ({
    ...common,
    id: openCase(lane.doudian, shop, life),
  }));
}

function misbehave({ doudian, feed, hangzhou, north }: Lane, chaos: number): void {
  doudian.setChaos({ duplicate: chaos, reorder: chaos, drop: chaos, batch: chaos, mostDelayMs });
  // A push of the feed that is never sent is made good by nobody but the next one; so none is dropped here.
  feed.setChaos({ duplicate: chaos, reorder: chaos, mostDelayMs });
  hangzhou.behaveAtRandom(2 * chaos, wrongs);
  north.behaveAtRandom(2 * chaos, wrongs);
}

async function wait(ms: number): Promise<void> {
  await sleep(ms);
}
