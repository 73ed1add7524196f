/** Lags are counted by powers of two: the n-th class holds those of at most 2^n seconds, the last one all that are longer. */
export const lagClasses = 21;

/** The class of a lag; a sender whose clock is ahead counts as at once. */
export function lagClassOf(ms: number): number {
  const seconds = Math.max(1, ms / 1000);
  return Math.min(lagClasses, Math.ceil(Math.log2(seconds)));
}

/** How late what came was, from the sender's own time to our receipt: at most so many seconds, for half and for 95 of a hundred. */
export interface Lag {
  readonly p50Seconds: number;
  readonly p95Seconds: number;
  /** Of so many messages; the others named no time. */
  readonly of: number;
}

/** @param counts - By class. */
export function lagOf(counts: readonly number[]): Lag | undefined {
  const of = counts.reduce((sum, each) => sum + each, 0);
  return of === 0 ? undefined : { p50Seconds: within(counts, of / 2), p95Seconds: within(counts, of * 0.95), of };
}

/** The upper end of the first class up to which at least `share` of all are. */
function within(counts: readonly number[], share: number): number {
  let sum = 0;
  const found = counts.findIndex((each) => {
    sum += each;
    return sum >= share;
  });
  return 2 ** found;
}
