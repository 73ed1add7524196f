import { claimAll, giveBack } from './claims.ts';
import type { Layout } from './layout.ts';
import { permitsLeft } from './limiter.ts';
import type { EntrySource, NoticeName } from './ports.ts';
import { ownerOf } from './ring.ts';
import { mostShown } from './rings-notice.ts';
import { entryRings } from './rings-of.ts';
import { keyOfName, messagesOf, nameOfRing, nameOfSummary, type RobotWork } from './robot-work.ts';
import type { Addressed } from './routing.ts';
import { nothingTold, type Sender, sendMessages, type Told } from './send-messages.ts';

/** What telling needs; of one run. */
export interface Teller extends Sender {
  readonly entries: EntrySource;
}

/** Claims what one robot has not told yet, looks at each record anew, and tells it: singly, or as one message where it is much. */
export async function tellRobot(teller: Teller, layout: Layout, { robot, ...work }: RobotWork): Promise<Told> {
  const isNew = (name: NoticeName) => !teller.known.has(keyOfName(name));
  const rings = work.rings.filter((each) => isNew(nameOfRing(each)));
  const summaries = work.summaries.filter((each) => isNew(nameOfSummary(each)));
  if (rings.length + summaries.length === 0) {
    return nothingTold;
  }
  const now = teller.now();
  const permits = permitsLeft(await teller.states.readRobot(robot.id), now);
  if (permits === 0) {
    return { ...nothingTold, outcome: 'waits' };
  }
  const tries = await claimAll(teller, [...rings.map(nameOfRing), ...summaries.map(nameOfSummary)]);
  const isMine = (name: NoticeName) => tries.has(keyOfName(name));
  const mine = rings.filter((each) => isMine(nameOfRing(each)));
  const current = await currentOf(teller, mine);
  const kept = new Set(current.map((each) => keyOfName(nameOfRing(each))));
  const stale = mine.filter((each) => !kept.has(keyOfName(nameOfRing(each))));
  await giveBack(teller, stale.map(nameOfRing), tries);
  const own = { rings: current, summaries: summaries.filter((each) => isMine(nameOfSummary(each))) };
  return await sendMessages({ sender: teller, settings: robot, tries }, messagesOf(own, permits, { now, layout }));
}

/** Those that still ring by their records as they are now. Of many, only those that are shown are looked at. */
async function currentOf(teller: Teller, mine: readonly Addressed[]): Promise<Addressed[]> {
  const looked = await Promise.all(
    mine.map(async (each, index) => (index < mostShown ? await readAnew(teller, each) : each)),
  );
  return looked.filter((each) => each !== undefined);
}

async function readAnew({ entries, now }: Teller, addressed: Addressed): Promise<Addressed | undefined> {
  const { ring } = addressed;
  if (!('entry' in ring)) {
    return addressed;
  }
  const entry = await entries.readAnew(ring.entry);
  const same =
    entry && entryRings(entry, now()).find(({ level, thing }) => level === ring.level && thing === ring.thing);
  return same && ownerOf(same) === ownerOf(ring) ? { ...addressed, ring: same } : undefined;
}
