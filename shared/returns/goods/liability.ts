/** Whose fault it is that goods are not as they should be, as a check proposes it; a person settles it. */
export type Liability = 'buyer' | 'merchant' | 'carrier' | 'unclear';

/**
 * What each finding points at by the usual rules of the trade. What may have been lost, broken or mistaken anywhere on the way, or by whoever packed it, is unclear,
 * and so is what is not here.
 */
const proposals: ReadonlyMap<string, Liability> = new Map([
  ['swapped', 'buyer'],
  ['worn', 'buyer'],
  ['washed', 'buyer'],
  ['carton-damaged', 'carrier'],
  ['quality-defect', 'merchant'],
  ['missing', 'unclear'],
  ['empty', 'unclear'],
  ['wrong-item', 'unclear'],
  ['damaged', 'unclear'],
]);

/** Undefined without a finding; several that do not point at one are unclear. */
export function liabilityOf(findings: readonly string[]): Liability | undefined {
  const [first, ...others] = new Set(findings.map((finding) => proposals.get(finding) ?? 'unclear'));
  return others.length > 0 ? 'unclear' : first;
}
