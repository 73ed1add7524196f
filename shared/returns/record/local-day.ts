import { type Instant, millisOf } from './instant.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Days since 1970 by the calendar of a time zone. */
export function dayNumberOf(at: Instant, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return Date.parse(`${format.format(millisOf(at))}T00:00:00Z`) / 86_400_000;
}
