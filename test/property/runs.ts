/** What CI tries, each time the same: a change is judged by itself, and not by the luck of the draw. */
const seedOfCi = '20261125';

/**
 * How often a property is tried, and with which seed: in CI always the same, elsewhere another each time, so that the search goes on.
 * `PROPERTY_SEED` repeats a run, `PROPERTY_SCALE` multiplies the tries for a longer one.
 * @throws Error where one of them is no such number: a run of no tries would pass.
 */
export function runs(count: number): { readonly numRuns: number; readonly seed?: number } {
  const { CI, PROPERTY_SCALE = '1', PROPERTY_SEED } = process.env;
  if (!(Number(PROPERTY_SCALE) > 0 && Number.isFinite(Number(PROPERTY_SCALE)))) {
    throw new Error(`PROPERTY_SCALE is "${PROPERTY_SCALE}"; it must be a number above 0, such as 10.`);
  }
  const seed = PROPERTY_SEED ?? (CI ? seedOfCi : undefined);
  if (seed !== undefined && !/^-?\d+$/.test(seed)) {
    throw new Error(`PROPERTY_SEED is "${seed}"; it must be the whole number that a run has told.`);
  }
  return { numRuns: Math.ceil(count * Number(PROPERTY_SCALE)), ...(seed && { seed: Number(seed) }) };
}
