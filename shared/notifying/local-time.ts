import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { formatTime } from '#shared/words/wording.ts';

/** A moment by the clocks of a zone. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:mm` */
  readonly time: string;
}

export function localTimeOf(at: Instant, timeZone: string): LocalTime {
  const text = formatTime(at, timeZone);
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** Whether a time of day lies in `HH:mm-HH:mm`, its beginning in and its end out; hours that end before they begin pass midnight. */
export function isWithinHours(time: string, hours: string): boolean {
  const [from = '', until = ''] = hours.split('-');
  return from < until ? from <= time && time < until : from <= time || time < until;
}

/** @param time - `HH:mm` */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** From one moment to a later one; negative where it is earlier. */
export function minutesBetween(from: Instant, until: Instant): number {
  return (millisOf(until) - millisOf(from)) / 60_000;
}
