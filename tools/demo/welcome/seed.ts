import type { Locale } from '#shared/words/locale.ts';
import { pooled } from '../../run/pool.ts';
import type { Log } from '../../run/progress.ts';
import { nowAndThen } from '../../run/waiting.ts';
import type { Episode, Living, Seeded } from './episode.ts';
import type { Stage } from './stage.ts';
import { toldText } from './words.ts';

/** All that was seeded. */
export interface Population extends Required<Omit<Seeded, 'living' | 'afterwards'>> {
  readonly livings: readonly Living[];
  readonly afterwards: readonly (() => Promise<void>)[];
}

export interface SeedOptions {
  readonly stage: Stage;
  readonly locale: Locale;
  readonly log: Log;
  /** Waits while more is in the inbox than it should be, so that a small machine can follow. */
  readonly letOthersCatchUp: () => Promise<void>;
}

/** So many episodes at once: each waits for others most of its time. */
const atOnce = 6;

/** Lets all episodes happen. @throws where one breaks off. */
export async function seed(
  episodes: readonly Episode[],
  { stage, locale, log, letOthersCatchUp }: SeedOptions,
): Promise<Population> {
  const say = nowAndThen(log);
  let done = 0;
  const seeded = await pooled(episodes, atOnce, async (episode) => {
    await letOthersCatchUp();
    const told = await episode.live(stage).catch((error: Error) => {
      throw new Error(`The episode ${episode.name} broke off: ${error.message}`, { cause: error });
    });
    done += 1;
    say(toldText(done, episodes.length)[locale]);
    return told;
  });
  return {
    cases: seeded.flatMap(({ cases }) => cases),
    strays: seeded.flatMap(({ strays = [] }) => strays),
    livings: seeded.flatMap(({ living }) => (living ? [living] : [])),
    afterwards: seeded.flatMap(({ afterwards }) => (afterwards ? [afterwards] : [])),
  };
}
