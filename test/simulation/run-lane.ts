import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, randomFrom } from '../memory/random.ts';
import type { StandardSender } from '../simulators/standard-sender.ts';
import type { Behaviour } from '../simulators/wms-behaviour.ts';
import { type CaseLife, type Life, live, openCase, pickLife } from './case-life.ts';
import { openDock } from './dock.ts';
import type { Lane } from './lane.ts';

export interface LaneRun {
  readonly lane: Lane;
  readonly sender: StandardSender;
  /** Sets this run's tracking numbers apart. */
  readonly run: string;
  readonly cases: number;
  /** From 0 to 1: how many pushes are doubled, reordered, dropped, and how many calls to a WMS go wrong. */
  readonly chaos: number;
  readonly seed: number;
  readonly onProgress?: (text: string) => void;
  /** How long a clerk waits for an announcement. */
  readonly patienceMs: number;
}

export interface Lived {
  readonly lives: readonly CaseLife[];
  /** Numbers that came to a dock and that nobody had announced in time. */
  readonly unannounced: readonly string[];
}

const shops = ['4400123', '4400456'];
const newCasesEveryMs = 120;
const mostDelayMs = 8000;
const replicaLagMs = 3000;
/** A caller waits eight seconds; what hangs longer is done after it gave up. */
const wrongs: readonly Behaviour[] = [
  { kind: 'fail-500-after-effect' },
  { kind: 'fail-500-after-effect' },
  { kind: 'fail-500-before-effect' },
  { kind: 'answer-late', ms: 1500 },
  { kind: 'hang-then-done', ms: 9000 },
  { kind: 'hang-up' },
];

/** Lets so many buyers send something back, and everybody else do their part, some of it wrong. Ends when all lives are over. */
export async function runLane(options: LaneRun): Promise<Lived> {
  const { lane, cases, seed, onProgress } = options;
  const random = randomFrom(seed);
  const dock = openDock(lane, options.sender, options.patienceMs);
  const among = { shop: lane.doudian, feed: lane.feed, dock, random, sleep: wait, now: lane.clock.now };
  const lives: CaseLife[] = [];
  const living: Promise<void>[] = [];
  let over = 0;
  const begin = async (life: CaseLife) => {
    lives.push(life);
    await live(life, among);
    over += 1;
    if (over % 25 === 0) {
      onProgress?.(`${over} of ${cases} cases are over`);
    }
  };
  misbehave(lane, options.chaos);
  while (lives.length < cases) {
    await sleep(newCasesEveryMs);
    if (random(100) < options.chaos * 50) {
      lane.doudian.lag(2, replicaLagMs);
    }
    living.push(...bearCases(options, random, lives.length).map(begin));
  }
  await Promise.all(living);
  misbehave(lane, 0);
  await lane.settled();
  return { lives, unannounced: dock.unannounced };
}

/** One case, or two that share a parcel. */
function bearCases({ lane, run, cases }: LaneRun, random: Random, born: number): CaseLife[] {
  const drawn = pickLife(random);
  const life: Life = drawn === 'shared' && born + 2 > cases ? 'plain' : drawn;
  const shop = shops[random(shops.length)] ?? '';
  const number = (which: string) => `YT${run.toUpperCase()}${String(born).padStart(4, '0')}${which}`;
  const warehouseId = life === 'plain' && random(4) === 0 ? 'north' : 'hangzhou';
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
  hangzhou.behaveAtRandom(chaos, wrongs);
  north.behaveAtRandom(chaos, wrongs);
}

async function wait(ms: number): Promise<void> {
  await sleep(ms);
}
