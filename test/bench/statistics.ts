export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** @throws for no values: there is nothing to tell of them. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [min, max] = [sorted.at(0), sorted.at(-1)];
  if (min === undefined || max === undefined) {
    throw new Error('there are no values');
  }
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? min) + (sorted[Math.ceil(middle)] ?? max)) / 2;
  return { median, min, max, runs: sorted.length };
}

/** How many times `theirs` each of `ours` is, pair by pair: what was measured side by side is compared. */
export function pairsOf(ours: readonly number[], theirs: readonly number[]): Spread {
  return spreadOf(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)));
}

/** The contestants in an order of their own for each round: forwards and backwards by turns, so that a drift hits all alike. */
export function orderOf<Contestant>(contestants: readonly Contestant[], round: number): readonly Contestant[] {
  return round % 2 === 0 ? contestants : contestants.toReversed();
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
