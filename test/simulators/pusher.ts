import type { Random } from '../memory/random.ts';
import type { SimulatedClock } from './clock.ts';
import type { RestAfter } from './rests.ts';

/** How often, from 0 to 1, something happens to a push on its way. */
export interface Chaos {
  /** Sent again, though it was taken. */
  readonly duplicate?: number;
  /** Held back, so that later ones overtake it. */
  readonly reorder?: number;
  /** Never sent at all. */
  readonly drop?: number;
  /** How long at most it is held back, or comes again, in milliseconds of the simulated clock; a minute where not given. */
  readonly mostDelayMs?: number;
}

export interface PushCounts {
  /** Pushes that there were reasons for. */
  pushed: number;
  dropped: number;
  delayed: number;
  duplicated: number;
  /** Requests, repetitions included. */
  posted: number;
  accepted: number;
  /** Posted at least once, and not taken so far. */
  untaken: number;
  /** Not taken, though it was repeated as often as this sender does. */
  givenUp: number;
}

export interface Pusher {
  readonly counts: PushCounts;
  /**
   * @param post - Sends it once; true when the answer is the one that this sender counts as success.
   * @returns false for one that is never sent.
   */
  push(post: () => Promise<boolean>): boolean;
  /** Waits for what is under way now; what is held back for later is not. */
  settled(): Promise<void>;
}

export interface PusherOptions {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly chaos: () => Chaos;
  /** Before what was not taken is repeated; on the simulated clock. */
  readonly restAfter: RestAfter;
}

/** Sends pushes as a platform does: repeats what was not taken, and is no better than the world. */
export function createPusher({ clock, random, chaos, restAfter }: PusherOptions): Pusher {
  const counts = { pushed: 0, dropped: 0, delayed: 0, duplicated: 0, posted: 0, accepted: 0, untaken: 0, givenUp: 0 };
  const underWay = new Set<Promise<void>>();
  const happens = (share = 0) => random(1_000_000) < share * 1_000_000;

  function attempt(post: () => Promise<boolean>, failed: number): void {
    const trying = (async () => {
      counts.posted += 1;
      const isTaken = await post();
      counts.untaken += (isTaken ? 0 : 1) - (failed > 0 ? 1 : 0);
      if (isTaken) {
        counts.accepted += 1;
        return;
      }
      const restMs = restAfter(failed + 1);
      if (restMs === undefined) {
        counts.givenUp += 1;
      } else {
        clock.after(restMs, () => attempt(post, failed + 1));
      }
    })();
    underWay.add(trying);
    clock.hold(trying);
    trying.finally(() => underWay.delete(trying)).catch(() => undefined);
  }

  return {
    counts,
    push(post) {
      const { drop, reorder, duplicate, mostDelayMs = 60_000 } = chaos();
      counts.pushed += 1;
      if (happens(drop)) {
        counts.dropped += 1;
        return false;
      }
      if (happens(reorder)) {
        counts.delayed += 1;
        clock.after(1 + random(mostDelayMs), () => attempt(post, 0));
      } else {
        attempt(post, 0);
      }
      if (happens(duplicate)) {
        counts.duplicated += 1;
        clock.after(1 + random(mostDelayMs), () => attempt(post, 0));
      }
      return true;
    },
    async settled() {
      while (underWay.size > 0) {
        await Promise.all(underWay);
      }
    },
  };
}
