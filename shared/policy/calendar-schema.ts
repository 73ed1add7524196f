import * as z from 'zod';
import {
  type Calendar,
  type Hours,
  type PlatformNotice,
  type PublicDays,
  wallTimesOf,
  weekdays,
} from '#shared/returns/deadlines/calendar.ts';
import { instant } from '#shared/returns/record/values.ts';

const day = z.iso.date();

const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be such as 09:00-18:00')
  .refine((text) => lengthOf(text) > 0, 'must begin before it ends');

/** None within another, and the earlier ones first. */
const hours: z.ZodType<Hours> = z
  .array(span)
  .max(10)
  .refine((spans) => isSorted(spans.flatMap(wallTimesOf)), 'must stand in their order, none within another');

const publicDays: z.ZodType<PublicDays> = z.strictObject({
  source: z.string().min(1),
  from: day,
  until: day,
  holidays: z.array(day).max(4000),
  workdays: z.array(day).max(4000),
});

const notice: z.ZodType<PlatformNotice> = z
  .strictObject({ source: z.string().min(1), link: z.url(), from: instant, to: instant })
  .refine(({ from, to }) => from < to, 'must begin before it ends');

/** A calendar of which some ordinary week has at least an hour: else a team's deadline would never be due. */
export const calendarSchema: z.ZodType<Calendar> = z
  .strictObject({
    hours: z.strictObject({ workday: hours, restday: hours, holiday: hours }),
    restDays: z.array(z.enum(weekdays)).max(7),
    publicDays: z.exactOptional(publicDays),
    ownDays: z.record(day, hours),
    notices: z.array(notice).max(200),
  })
  .refine((calendar) => weekOf(calendar) >= hourMs, 'must have at least an hour of work in an ordinary week');

const hourMs = 3_600_000;

function lengthOf(text: string): number {
  const [from = 0, to = 0] = wallTimesOf(text);
  return to - from;
}

function isSorted(times: readonly number[]): boolean {
  return times.every((time, index) => time >= (times[index - 1] ?? 0));
}

function weekOf({ hours: { workday, restday }, restDays }: Pick<Calendar, 'hours' | 'restDays'>): number {
  const total = (spans: Hours) => spans.reduce((sum, each) => sum + lengthOf(each), 0);
  const rests = new Set(restDays).size;
  return rests * total(restday) + (weekdays.length - rests) * total(workday);
}
