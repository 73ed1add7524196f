import { skuOf } from '#shared/identifiers/sku.ts';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { Part } from './split-quantities.ts';

/** Units of one of the merchant's SKUs of one stock type. */
export interface OurPart extends Omit<Part, 'itemCode'> {
  readonly sku: string;
}

export interface OurParts {
  readonly parts: readonly OurPart[];
  /** Some have a code that stands for several SKUs: it does not say which came, and they are left out. */
  readonly isAmbiguous: boolean;
}

/** The warehouse's codes back into the merchant's SKUs. */
export function inOurSkus(parts: readonly Part[], { skuMap }: Pick<Warehouse, 'skuMap'>): OurParts {
  const skus = new Map<string, string[]>();
  for (const [sku, theirs] of Object.entries(skuMap)) {
    const code = skuOf(theirs);
    skus.set(code, [...(skus.get(code) ?? []), sku]);
  }
  const clear = parts.filter(({ itemCode }) => (skus.get(itemCode)?.length ?? 0) <= 1);
  return {
    parts: clear.map(({ itemCode, ...part }) => ({ ...part, sku: skus.get(itemCode)?.[0] ?? itemCode })),
    isAmbiguous: clear.length < parts.length,
  };
}
