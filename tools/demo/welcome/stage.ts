import { setTimeout as sleep } from 'node:timers/promises';
import type { Cast } from '../../../test/simulation/cast.ts';
import type { Log } from '../../run/progress.ts';
import { nowAndThen } from '../../run/waiting.ts';

/** What an episode is played on. */
export interface Stage {
  readonly cast: Cast;
  /** The time so many hours before the demo began. */
  ago(hours: number): Date;
  /** Sets a case apart from all others: `48213-07`. */
  nextName(): string;
  /** One that no other parcel has: `SF1482130070`. */
  nextTracking(prefix: string): string;
  /** Waits until it holds, however long that takes, and says now and then for what. Only of what the simulated sides see themselves. */
  until(what: string, holds: () => boolean): Promise<void>;
}

const hourMs = 3_600_000;
const pollMs = 200;

export interface StageOptions {
  readonly cast: Cast;
  /** When the demo began; it also names the run, so that two of them at one emulator do not meet. */
  readonly startedAt: Date;
  readonly log: Log;
  /** What does not come about by then never will. */
  readonly mostWaitMs: number;
}

export function openStage({ cast, startedAt, log, mostWaitMs }: StageOptions): Stage {
  const run = String(Math.floor(startedAt.getTime() / 10_000) % 100_000).padStart(5, '0');
  let names = 0;
  let numbers = 0;
  return {
    cast,
    ago: (hours) => new Date(startedAt.getTime() - hours * hourMs),
    nextName: () => {
      names += 1;
      return `${run}-${String(names).padStart(2, '0')}`;
    },
    nextTracking: (prefix) => {
      numbers += 1;
      return `${prefix}14${run}${String(numbers).padStart(4, '0')}0`;
    },
    until: async (what, holds) => {
      const say = nowAndThen(log);
      const giveUpAt = Date.now() + mostWaitMs;
      while (!holds()) {
        if (Date.now() > giveUpAt) {
          throw new Error(`for ${Math.round(mostWaitMs / 60_000)} minutes it waited until ${what}`);
        }
        say(`   waiting until ${what}`);
        await sleep(pollMs);
      }
    },
  };
}
