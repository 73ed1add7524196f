import type { Instant } from '#shared/returns/record/instant.ts';
import type { Locale } from '#shared/words/locale.ts';
import { openWord } from '#shared/words/open-word.ts';
import { sourceWords } from '#shared/words/source-words.ts';
import type { Records } from '../data/records.ts';

type Silent = Records['silent'];

/** So many are named. */
const mostNamed = 3;

export interface SilentParts {
  readonly shops: readonly string[];
  readonly n: number;
  readonly isMany: boolean;
  /** Of the one that is silent the longest. */
  readonly since: Instant;
}

/** What a banner says of shops that are silent; undefined of none. */
export function silentParts(silent: Silent, locale: Locale): SilentParts | undefined {
  const [longest] = silent;
  if (!longest) {
    return undefined;
  }
  const shops = silent
    .slice(0, mostNamed)
    .map(({ source, shop }) => `${openWord(sourceWords, source, locale)} ${shop}`);
  return { shops, n: silent.length, isMany: silent.length > mostNamed, since: longest.since };
}

/** The same while the same shops are silent since the same time: who hid a banner sees the next one. */
export function silentMark(silent: Silent): string {
  return silent
    .map(({ source, channel, shop, since }) => `${source}/${channel}/${shop} ${since}`)
    .sort()
    .join(' ');
}
