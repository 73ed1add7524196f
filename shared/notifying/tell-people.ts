import { Fault } from '#shared/fault/fault.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { type LayoutSettings, layoutOf } from './layout.ts';
import { localTimeOf } from './local-time.ts';
import type { Silence } from './ports.ts';
import { ringsOf } from './rings-of.ts';
import { keyOfName, nameOfRing, nameOfSummary, type RobotWork, worksOf } from './robot-work.ts';
import { addressesOf, type Routing } from './routing.ts';
import type { Told } from './send-messages.ts';
import { summariesDue } from './summaries-due.ts';
import { summaryNotice } from './summary-notice.ts';
import { type Teller, tellRobot } from './tell-robot.ts';

export interface Notifier extends Teller {
  readonly merchant: LayoutSettings & Routing;
  readonly readSilences: () => Promise<readonly Silence[]>;
  /** Does one robot's work, and reports it. */
  readonly eachRobot: (robot: string, tell: () => Promise<Told>) => Promise<void>;
}

/**
 * Once a minute: tells whoever has to act, each thing once, all robots at once and none waiting for another.
 * @throws Fault `people-not-told` when all others are done; the first one's error is its cause.
 */
export async function tellPeople(notifier: Notifier): Promise<{ readonly entries: number; readonly robots: number }> {
  const { merchant, entries, readSilences, eachRobot, now } = notifier;
  const [open, silences] = await Promise.all([entries.readEntries(), readSilences()]);
  const works = worksNow(notifier, open, silences, now());
  forgetOthers(notifier.known, works);
  const layout = layoutOf(merchant);
  const settled = await Promise.allSettled(
    works.map(async (work) => {
      await eachRobot(work.robot.id, async () => await tellRobot(notifier, layout, work));
    }),
  );
  const failed = settled.filter((each) => each.status === 'rejected');
  if (failed.length > 0) {
    const what = `${failed.length} of ${works.length} robots could not be told to`;
    const advice = 'see the line of each robot: tell-robot';
    throw new Fault('people-not-told', what, { advice, cause: failed[0]?.reason });
  }
  return { entries: open.length, robots: works.length };
}

function worksNow(
  { merchant }: Notifier,
  open: readonly Entry[],
  silences: readonly Silence[],
  now: Instant,
): RobotWork[] {
  const local = localTimeOf(now, merchant.timeZone);
  const rings = ringsOf(open, silences, now).flatMap((ring) => addressesOf(ring, merchant, local.time));
  const around = { now, routing: merchant, layout: layoutOf(merchant) };
  const summaries = summariesDue(merchant.notify, local).flatMap((due) => {
    const notice = summaryNotice(due, open, around);
    return notice ? [{ due, notice }] : [];
  });
  return worksOf(merchant.notify.robots, rings, summaries);
}

/** What does not ring any more need not be known. */
function forgetOthers(known: Set<string>, works: readonly RobotWork[]): void {
  const names = works.flatMap(({ rings, summaries }) => [...rings.map(nameOfRing), ...summaries.map(nameOfSummary)]);
  const kept = new Set(names.map(keyOfName));
  for (const key of known) {
    if (!kept.has(key)) {
      known.delete(key);
    }
  }
}
