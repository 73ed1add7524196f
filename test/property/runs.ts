/** What CI tries, each time the same: a change is judged by itself, and not by the luck of the draw. */
const seedOfCi = '20261125';

/**
 * How often a property is tried, and with which seed: in CI always the same, elsewhere another each time, so that the search goes on.
 * `PROPERTY_SEED` repeats a run, `PROPERTY_SCALE` multiplies the tries for a longer one.
 */
export function runs(count: number): { readonly numRuns: number; readonly seed?: number } {
  const { CI, PROPERTY_SCALE = '1', PROPERTY_SEED } = process.env;
  const seed = PROPERTY_SEED ?? (CI ? seedOfCi : undefined);
  return { numRuns: Math.ceil(count * Number(PROPERTY_SCALE)), ...(seed && { seed: Number(seed) }) };
}
