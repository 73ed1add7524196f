import type { Locale } from './locale.ts';
import { reasonWords } from './reason-words.ts';
import type { Words } from './words.ts';

const words: Words = reasonWords;

/** A reason's code in words, however its sender writes it (`SIZE_TOO_SMALL`, `size-too-small`); a code of a sender's own is shown as it is. */
export function reasonText(code: string, locale: Locale): string {
  const plain = code.toLowerCase().replaceAll('_', '-');
  return (Object.hasOwn(words, plain) ? words[plain]?.[locale] : undefined) ?? code;
}
