import { addMillis, type Instant, instantOf, toInstant } from '#shared/returns/record/instant.ts';

/** Programs also write slashes, and months, days and hours in one digit. */
const zoneless = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2}) (\d{1,2})(:\d{2}:\d{2}(?:\.\d{1,9})?)$/;
const digits = /^\d{1,16}$/;
const eightHoursMs = 8 * 3_600_000;
/** Above it a number counts milliseconds, up to it seconds (platforms-cn.md, 0.3). */
const mostSeconds = 1e11;
const mostMillis = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Reads `yyyy-MM-dd HH:mm:ss` without a zone, with or without a fraction, also as `yyyy/M/d H:mm:ss`, as China Standard Time (UTC+08:00, no daylight
 * saving).
 * @returns undefined for another form or no real date.
 */
export function chinaTime(text: string): Instant | undefined {
  const [, year, , month = '', day = '', hour = '', rest] = zoneless.exec(text) ?? [];
  const [mm, dd, hh] = [month, day, hour].map((each) => each.padStart(2, '0'));
  return year ? toInstant(`${year}-${mm}-${dd}T${hh}${rest}+08:00`) : undefined;
}

/** The instant as a clock in China shows it: `yyyy-MM-dd HH:mm:ss`, fractions of a second cut. */
export function chinaClock(instant: Instant): string {
  return addMillis(instant, eightHoursMs).slice(0, 19).replace('T', ' ');
}

/**
 * Reads Unix time in seconds or milliseconds, told apart by magnitude, as a number or its digits.
 * @returns undefined for 0 (how senders say *never*), a negative number, a fraction or what is no time.
 */
export function unixTime(value: number | string): Instant | undefined {
  const number = typeof value === 'string' && !digits.test(value) ? Number.NaN : Number(value);
  const millis = number > mostSeconds ? number : number * 1000;
  return Number.isInteger(number) && millis > 0 && millis <= mostMillis ? instantOf(millis) : undefined;
}
