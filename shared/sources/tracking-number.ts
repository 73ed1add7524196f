export type TrackingNumber =
  | { readonly kind: 'number'; readonly number: string }
  /** What people type when there is no number. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'invalid' };

const placeholders = new Set([
  'N/A',
  'N.A.',
  'NA',
  'NONE',
  'NULL',
  'NIL',
  'UNDEFINED',
  'UNKNOWN',
  'TBD',
  '无',
  '暂无',
  '没有',
  '无单号',
  '未知',
]);
const form = /^[A-Z0-9-]{4,40}$/;

/** One form for each tracking number, however it was typed: full-width letters narrowed, upper case, no blanks. */
export function readTrackingNumber(text: string): TrackingNumber {
  const number = text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  if (placeholders.has(number) || /^[-_.0/*?]*$/.test(number)) {
    return { kind: 'placeholder' };
  }
  return form.test(number) ? { kind: 'number', number } : { kind: 'invalid' };
}
