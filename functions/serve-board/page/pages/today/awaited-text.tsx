import { millisOf } from '#shared/returns/record/instant.ts';
import { timeLeftText } from '#shared/words/time-left.ts';
import { useMe } from '../../data/use-me.ts';
import { useNow } from '../../data/use-now.ts';
import { moneyText } from '../../parts/money-text.ts';
import { filled } from '../../words/filled.ts';
import { useLanguage } from '../../words/locale.tsx';
import type { Awaited } from './awaited.ts';
import { todayTexts } from './today-texts.ts';

/** That nothing else is pressing, where something waits for its store's word: not that all is done. */
export function AwaitedText({ awaited: { count, dueAt, stake } }: { readonly awaited: Awaited }) {
  const { say, locale } = useLanguage();
  const now = useNow();
  const home = useMe()?.merchant.currency;
  const left = dueAt && timeLeftText(millisOf(dueAt), millisOf(now), locale);
  const nearest = [
    left && say(filled(todayTexts.nearest, { left })),
    left && stake && moneyText(stake, { locale, home }),
  ].filter(Boolean);
  return (
    <>
      {say(filled(todayTexts.awaited, { n: count }))}
      {nearest.length > 0 && say(filled(todayTexts.inBrackets, { text: nearest.join(say(todayTexts.listComma)) }))}
    </>
  );
}
