/**
 * One form for each SKU, whoever wrote it: without what nobody sees in it (zero-width and bidi marks, soft hyphens, byte order marks) and without
 * blanks around it; a hyphen that does not break is a hyphen, a blank that does not a blank. What can be told apart stays as its merchant wrote it, since
 * a warehouse is told it again: `（红）` is not `(红)`, nor a capital a small letter.
 */
export function skuOf(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
}
