import { addMillis, type Instant, instantOf, millisOf } from '../record/instant.ts';
import { dayNumberOf } from '../record/local-day.ts';

/** How much time is left, by the platform's clock or ours, whichever strikes first. */
export const horizons = ['within-2-hours', 'within-8-hours', 'today', 'later'] as const;
export type Horizon = (typeof horizons)[number];

const hourMs = 3_600_000;
/** No day is longer. */
const longestDayMs = 26 * hourMs;

/** By when something is due; without a due time, later. The limits are worked out once, and not for each of ten thousand entries. */
export function horizonsAt(now: Instant, timeZone: string): (dueAt: Instant | undefined) => Horizon {
  const limits = [addMillis(now, 2 * hourMs), addMillis(now, 8 * hourMs), endOfDay(now, timeZone)];
  return (dueAt) => {
    const place = dueAt === undefined ? -1 : limits.findIndex((limit) => dueAt < limit);
    return horizons[place] ?? 'later';
  };
}

/** The first moment of the next day by the calendar of a time zone. */
function endOfDay(now: Instant, timeZone: string): Instant {
  const today = dayNumberOf(now, timeZone);
  let [last, first] = [millisOf(now), millisOf(now) + longestDayMs];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    const isToday = dayNumberOf(instantOf(middle), timeZone) === today;
    [last, first] = isToday ? [middle, first] : [last, middle];
  }
  return instantOf(first);
}
