import { describe, expect, it } from 'vitest';
import { skuOf } from '#shared/identifiers/sku.ts';

/* A9, only blanks were folded: marks that nobody sees made another SKU. */
describe('skuOf', () => {
  it.each([
    ['  SKU-RED-M\u200b', 'SKU-RED-M'],
    ['\ufeffSKU-RED-M', 'SKU-RED-M'],
    ['SKU\u2011RED\u2011M', 'SKU-RED-M'],
    ['红色\u00a0M 码\u3000', '红色 M 码'],
    ['SKU\u00adRED', 'SKURED'],
    ['\u2066SKU-RED\u2069', 'SKU-RED'],
    ['\u200b', ''],
  ])('A9: reads %j as %j', (text, sku) => {
    expect(skuOf(text)).toBe(sku);
  });

  it('keeps apart what looks different', () => {
    const skus = ['款①', 'A²', 'sku-red-m', 'ABC™', 'T恤（红）-M', 'Ｗ－１'];

    expect(skus.map(skuOf)).toEqual(skus);
  });
});
