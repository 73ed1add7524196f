import type { Locale } from '#shared/words/locale.ts';
import { durationText } from '#shared/words/time-left.ts';

/** Below two minutes the seconds tell something. */
export function spanText(seconds: number, locale: Locale): string {
  return seconds < 120 ? `${seconds} ${locale === 'zh-CN' ? '秒' : 's'}` : durationText(seconds * 1000, locale);
}
