import { type Counter, counters, lagCounts, sumOf } from '#shared/counting/counts.ts';
import { type Lag, lagOf } from '#shared/counting/lag.ts';
import type { HourCounts } from '#shared/counting/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';

/** Nobody told it, or nobody counted yet: never a zero. */
export const notMeasured = 'not-measured' as const;
export type NotMeasured = typeof notMeasured;

/** What was counted of one channel on one day. */
export interface DayCounts extends Readonly<Record<Counter, number | NotMeasured>> {
  /** From the sender's own time to our receipt. */
  readonly webhookLag: Lag | NotMeasured;
  readonly readLag: Lag | NotMeasured;
}

/** The calendar day of a moment: `2026-03-02`. */
export function dayOf(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(at));
}

/** The day before, whatever the clocks did meanwhile. */
export function dayBefore(day: string): string {
  return addMillis(`${day}T12:00:00.000Z` as Instant, -24 * 60 * 60 * 1000).slice(0, 10);
}

/** What a channel cannot be counted for: a store that is not read has neither reads nor missed webhooks. */
export interface Countable {
  readonly isRead: boolean;
  /** Somebody counted on that day. */
  readonly isCounted: boolean;
}

const ofReading: readonly Counter[] = ['reads', 'missed'];

export function dayCountsOf(hours: readonly HourCounts[], { isRead, isCounted }: Countable): DayCounts {
  const sums = counters.map((counter) => {
    const isMeasured = isCounted && (isRead || !ofReading.includes(counter));
    return [counter, isMeasured ? sumOf(hours, counter) : notMeasured] as const;
  });
  return {
    ...(Object.fromEntries(sums) as Record<Counter, number | NotMeasured>),
    webhookLag: lagOf(lagCounts(hours, 'webhook')) ?? notMeasured,
    readLag: lagOf(lagCounts(hours, 'read')) ?? notMeasured,
  };
}
