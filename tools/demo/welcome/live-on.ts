import { setTimeout as sleep } from 'node:timers/promises';
import { padTo } from '#shared/api/text-width.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { formatTime } from '#shared/words/wording.ts';
import type { Random } from '../../../test/memory/random.ts';
import type { Living, Occurrence } from './episode.ts';
import { openAnyLife } from './episodes/any-life.ts';
import type { Stage } from './stage.ts';

export interface LivingOn {
  readonly stage: Stage;
  readonly livings: readonly Living[];
  readonly random: Random;
  readonly locale: Locale;
  readonly print: (line: string) => void;
}

const restMs = { least: 4_000, spread: 20_000 };
/** So many returns are under way at most; then none begins. */
const most = 24;
/** With fewer, one begins for sure. */
const least = 6;
/** Else one of so many occurrences is a beginning. */
const oneIn = 5;

/** Lets something happen every some seconds, until the process ends: a return begins, or one that is under way goes on. */
export async function liveOn({ stage, livings, random, locale, print }: LivingOn): Promise<never> {
  const underWay = livings.filter(({ next }) => next.length > 0);
  for (;;) {
    await sleep(restMs.least + random(restMs.spread));
    const chosen = chooseNext(underWay, random) ?? underWay.push(beginLife(stage, random)) - 1;
    const { name, next } = underWay[chosen] as Living;
    const occurrence = next.shift() as Occurrence;
    const at = new Date();
    const failure = await occurrence.happens(at).catch((error: Error) => ` (${error.message})`);
    print(`${occurrenceLine(at, name, occurrence, locale)}${failure ?? ''}`);
    if (failure || next.length === 0) {
      underWay.splice(chosen, 1);
    }
  }
}

/** Which of them goes on; undefined for a new one. Whoever waits for others is passed over. */
export function chooseNext(underWay: readonly Living[], random: Random): number | undefined {
  const ready = [...underWay.entries()].filter(([, { next }]) => next[0] && next[0].isReady?.() !== false);
  const isNewOne = underWay.length < least || (underWay.length < most && random(oneIn) === 0);
  return isNewOne || ready.length === 0 ? undefined : ready[random(ready.length)]?.[0];
}

function beginLife(stage: Stage, random: Random): Living {
  const { name, occurrences } = openAnyLife(random)(stage);
  return { name, next: [...occurrences] };
}

const widths = { name: 24, who: { 'zh-CN': 6, en: 9 } };

/** `10:42:07  Carrier    RMA-48213-07  parcel SF…: in transit`, by the clocks of the merchant. */
export function occurrenceLine(at: Date, name: Texts, { who, what }: Occurrence, locale: Locale): string {
  const clock = formatTime(instantOf(at.getTime()), merchant.timeZone).slice(11);
  const speaker = padTo(speakerWords[who][locale], widths.who[locale]);
  return [clock, speaker, padTo(name[locale], widths.name), what[locale]].join('  ');
}
