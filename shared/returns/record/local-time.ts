import { type Instant, millisOf } from './instant.ts';

/** `2026-03-10 17:00` by the clocks of the zone. */
export function localMinute(at: Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(millisOf(at));
}
