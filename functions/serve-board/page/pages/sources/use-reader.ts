import { durationText } from '#shared/words/time-left.ts';
import { momentText } from '../../data/moment-text.ts';
import { useMe } from '../../data/use-me.ts';
import { useNow } from '../../data/use-now.ts';
import { useLanguage } from '../../words/locale.tsx';
import { sourcesTexts } from './sources-texts.ts';
import { spanText } from './span-text.ts';

/** Moments as whoever reads has them. */
export function useReader() {
  const { locale, say } = useLanguage();
  const timeZone = useMe()?.merchant.timeZone ?? 'UTC';
  const nowMs = Date.parse(useNow());
  return {
    moment: (at: string) => momentText(at, { locale, timeZone, nowMs }),
    span: (seconds: number) => spanText(seconds, locale),
    /** To the minute: nobody counts when it was to the second. */
    ago: (at: string) => say(sourcesTexts.ago).replace('{span}', durationText(nowMs - Date.parse(at), locale)),
  };
}
