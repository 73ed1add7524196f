import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { momentText } from '../data/moment-text.ts';
import { useMe } from '../data/use-me.ts';
import { useNow } from '../data/use-now.ts';
import { useLanguage } from '../words/locale.tsx';

/** How a moment is said to whoever reads, by the merchant's clocks. */
export function useMoment(): (at: Instant) => string {
  const { locale } = useLanguage();
  const nowMs = millisOf(useNow());
  const timeZone = useMe()?.merchant.timeZone ?? 'UTC';
  return (at) => momentText(at, { locale, timeZone, nowMs });
}
