import { timeOutOf } from '#shared/sources/time-outs.ts';
import { type Locale, locales, type Texts } from '#shared/words/locale.ts';
import { timeOutText } from '#shared/words/time-out-text.ts';

/** What a platform does by itself at the end of a time that it set, in words. */
export function timeOutWords(...question: Parameters<typeof timeOutOf>): Texts {
  const row = timeOutOf(...question);
  return Object.fromEntries(locales.map((locale: Locale) => [locale, timeOutText(row, locale)])) as Texts;
}
