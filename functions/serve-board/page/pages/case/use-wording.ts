import { useMemo } from 'react';
import { openWord } from '#shared/words/open-word.ts';
import { useMe } from '../../data/use-me.ts';
import { useNow } from '../../data/use-now.ts';
import { moneyText } from '../../parts/money-text.ts';
import { personName } from '../../parts/person-name.ts';
import { shortTime } from '../../parts/wall-time.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { CaseWording } from './case-wording.ts';

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
