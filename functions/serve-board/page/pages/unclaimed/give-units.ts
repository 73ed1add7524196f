import type { ParcelEntry } from '#shared/returns/attention/entry.ts';

/** All that came, as the act `allot` takes it for one case. Of the only case that can have it only whose it is counts, and not in which state each unit is. */
export function allFor(caseKey: string, { goods }: Pick<ParcelEntry, 'goods'>) {
  const units = goods.map(({ sku, quantity }) => [
    sku,
    {
      received: quantity,
      inspected: { passed: 0, 'passed-with-deduction': 0, failed: 0 },
      stockedIn: { sellable: 0, defective: 0 },
    },
  ]);
  return { [caseKey]: Object.fromEntries(units) };
}
