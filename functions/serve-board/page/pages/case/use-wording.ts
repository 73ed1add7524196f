import { useMemo } from 'react';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { openWord } from '#shared/words/finding-words.ts';
import type { Locale, Texts } from '#shared/words/locale.ts';
import type { Words } from '#shared/words/words.ts';
import { useMe } from '../../data/use-me.ts';
import { useNow } from '../../data/use-now.ts';
import { moneyText } from '../../parts/money-text.ts';
import { personName } from '../../parts/person-name.ts';
import { shortTime } from '../../parts/wall-time.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';

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

export function useWording(): CaseWording {
  const { locale, say } = useLanguage();
  const me = useMe();
  const now = useNow();
  return useMemo(() => {
    const { timeZone = 'UTC', currency } = me?.merchant ?? {};
    return {
      locale,
      now,
      say: (texts, values) => say(values ? filled(texts, values) : texts),
      word: (words, code) => openWord(words, code, locale),
      money: (money) => moneyText(money, { locale, home: currency }),
      time: (at) => shortTime(at, now, timeZone),
      person: (person) => (me ? personName(person, me)[locale] : person),
    };
  }, [locale, say, me, now]);
}
