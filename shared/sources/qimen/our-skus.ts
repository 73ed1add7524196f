import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { Part } from './split-quantities.ts';

/** Units of one of the merchant's SKUs of one stock type. */
export interface OurPart extends Omit<Part, 'itemCode'> {
  readonly sku: string;
}

export type OurParts =
  | { readonly ok: true; readonly parts: readonly OurPart[] }
  | { readonly ok: false; readonly reason: string };

/** The warehouse's codes back into the merchant's SKUs. A code that stands for several SKUs does not say which came. */
export function inOurSkus(parts: readonly Part[], { skuMap }: Pick<Warehouse, 'skuMap'>): OurParts {
  const skus = new Map<string, string[]>();
  for (const [sku, theirs] of Object.entries(skuMap)) {
    skus.set(theirs, [...(skus.get(theirs) ?? []), sku]);
  }
  const isAmbiguous = parts.some(({ itemCode }) => (skus.get(itemCode)?.length ?? 0) > 1);
  return isAmbiguous
    ? { ok: false, reason: 'itemCode: stands for several SKUs in the skuMap of this warehouse' }
    : {
        ok: true,
        parts: parts.map(({ itemCode, ...part }) => ({ ...part, sku: skus.get(itemCode)?.[0] ?? itemCode })),
      };
}
