import type { Locale } from './locale.ts';
import type { Words } from './words.ts';

/** The people's word for a code of an open list; the code itself where there is none. */
export function openWord(words: Words, code: string, locale: Locale): string {
  return (Object.hasOwn(words, code) ? words[code]?.[locale] : undefined) ?? code;
}
