import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { durationText } from '#shared/words/time-left.ts';
import { useNow } from '../../data/use-now.ts';
import { useMoment } from '../../parts/use-moment.ts';
import { useLanguage } from '../../words/locale.tsx';
import { sourcesTexts } from './sources-texts.ts';
import { spanText } from './span-text.ts';

/** Moments as whoever reads has them. */
export function useReader() {
  const { locale, say } = useLanguage();
  const moment = useMoment();
  const now = useNow();
  return {
    moment,
    span: (seconds: number) => spanText(seconds, locale),
    /** To the minute: nobody counts when it was to the second. */
    ago: (at: Instant) => say(sourcesTexts.ago).replace('{span}', durationText(millisOf(now) - millisOf(at), locale)),
  };
}
