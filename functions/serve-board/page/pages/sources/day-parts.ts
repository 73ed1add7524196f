import type { Channel } from './troubles.ts';

export const counters = ['webhooks', 'reads', 'duplicates', 'refused', 'notUnderstood', 'inPart', 'missed'] as const;
export type Counter = (typeof counters)[number];
type Day = Channel['today'];

export interface DayParts {
  /** Nobody counted on that day. */
  readonly isMeasured: boolean;
  readonly counts: readonly { readonly counter: Counter; readonly count: number }[];
  /** What nobody can measure of this channel: of a store that is not read. */
  readonly unmeasured: readonly Counter[];
  readonly lags: readonly { readonly of: 'webhookLag' | 'readLag'; readonly lag: Exclude<Day['readLag'], string> }[];
}

/** A day's figures; what is not measured is never a zero. */
export function dayParts(day: Day): DayParts {
  const measured = counters.flatMap((counter) => {
    const count = day[counter];
    return count === 'not-measured' ? [] : [{ counter, count }];
  });
  const lags = (['webhookLag', 'readLag'] as const).flatMap((of) => {
    const lag = day[of];
    return lag === 'not-measured' ? [] : [{ of, lag }];
  });
  const known = new Set(measured.map(({ counter }) => counter));
  return {
    isMeasured: measured.length > 0,
    counts: measured,
    unmeasured: counters.filter((counter) => !known.has(counter)),
    lags,
  };
}
