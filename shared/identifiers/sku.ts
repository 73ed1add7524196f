import { cleaned } from './cleaned.ts';

/**
 * One form for each SKU, whoever wrote it: as any id ({@link cleaned}), and a hyphen that does not break is a hyphen, a blank that does not a blank. What can
 * be told apart stays as its merchant wrote it, since a warehouse is told it again: `（红）` is not `(红)`, nor a capital a small letter.
 */
export function skuOf(text: string): string {
  return cleaned(text.replace(/[\u2010\u2011]/g, '-').replace(/[\u00a0\u202f]/g, ' '));
}
