/** How often a property is tried; `PROPERTY_SCALE` multiplies it for a longer search. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(count * Number(process.env.PROPERTY_SCALE ?? 1)) };
}
