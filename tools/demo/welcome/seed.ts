import type { Locale } from '#shared/words/locale.ts';
import type { Log } from '../../run/progress.ts';
import { nowAndThen } from '../../run/waiting.ts';
import { pooled } from './pool.ts';
import type { Stage } from './stage.ts';
import type { Living, Seeded, Story } from './story.ts';
import { toldText } from './words.ts';

/** All that was seeded. */
export interface Population extends Required<Omit<Seeded, 'living'>> {
  readonly livings: readonly Living[];
}

export interface SeedOptions {
  readonly stage: Stage;
  readonly locale: Locale;
  readonly log: Log;
  /** Waits while more is in the inbox than it should be, so that a small machine can follow. */
  readonly letOthersCatchUp: () => Promise<void>;
}

/** So many stories at once: each waits for others most of its time. */
const atOnce = 6;

/** Lets all stories happen. @throws where one breaks off. */
export async function seed(
  stories: readonly Story[],
  { stage, locale, log, letOthersCatchUp }: SeedOptions,
): Promise<Population> {
  const say = nowAndThen(log);
  let done = 0;
  const seeded = await pooled(stories, atOnce, async (story) => {
    await letOthersCatchUp();
    const told = await story.live(stage).catch((error: Error) => {
      throw new Error(`The story ${story.name} broke off: ${error.message}`, { cause: error });
    });
    done += 1;
    say(toldText(done, stories.length)[locale]);
    return told;
  });
  return {
    cases: seeded.flatMap(({ cases }) => cases),
    strays: seeded.flatMap(({ strays = [] }) => strays),
    livings: seeded.flatMap(({ living }) => (living ? [living] : [])),
  };
}
