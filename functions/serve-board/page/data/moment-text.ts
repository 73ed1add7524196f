import type { Locale } from '#shared/words/locale.ts';

interface Reader {
  readonly locale: Locale;
  /** The merchant's. */
  readonly timeZone: string;
  readonly nowMs?: number;
}

/** A moment by the merchant's clocks: today's by its time alone, another day's with its date. */
export function momentText(at: string | number, { locale, timeZone, nowMs = Date.now() }: Reader): string {
  const date = new Date(at);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone });
  const isToday = day.format(date) === day.format(nowMs);
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    ...(!isToday && { month: 'short', day: 'numeric' }),
  }).format(date);
}
