import type { Instant } from '#shared/returns/record/instant.ts';
import type { Money } from '#shared/returns/record/money.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import type { Words } from '#shared/words/words.ts';

/** Puts what a case holds into the reader's language, and times into the merchant's zone. */
export interface CaseWording {
  readonly locale: Locale;
  readonly now: Instant;
  readonly say: (texts: Texts, values?: Readonly<Record<string, string | number>>) => string;
  /** The people's word for a code; the code itself where there is none. */
  readonly word: (words: Words, code: string) => string;
  readonly money: (money: Money) => string;
  readonly time: (at: Instant) => string;
  readonly person: (person: string) => string;
}
