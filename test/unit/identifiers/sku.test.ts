import { describe, expect, it } from 'vitest';
import { skuOf } from '#shared/identifiers/sku.ts';

/* A9, only blanks were folded: marks that nobody sees, and letters of another width, made another SKU. */
describe('skuOf', () => {
  it.each([
    ['  SKU-RED-M\u200b', 'SKU-RED-M'],
    ['\ufeffSKU-RED-M', 'SKU-RED-M'],
    ['SKU\u2011RED\u2011M', 'SKU-RED-M'],
    ['ＳＫＵ－ＲＥＤ－Ｍ', 'SKU-RED-M'],
    ['红色\u00a0M 码\u3000', '红色 M 码'],
    ['cafe\u0301', 'caf\u00e9'],
    ['\u200b', ''],
  ])('A9: reads %j as %j', (text, sku) => {
    expect(skuOf(text)).toBe(sku);
  });

  it('keeps apart what looks different', () => {
    expect(['款①', 'A²', 'sku-red-m', 'ABC™'].map(skuOf)).toEqual(['款①', 'A²', 'sku-red-m', 'ABC™']);
  });
});
