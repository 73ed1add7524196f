/** Without what nobody sees in it: zero-width and bidi marks, soft hyphens, byte order marks. */
export function withoutUnseen(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}

/**
 * An id, a code, a secret, or a name that stands for one (of a carrier, a shop), whoever typed, pasted or scanned it: without what nobody sees in it, and
 * without blanks around it. Never of a text that people read: there a mark may belong to a letter.
 */
export function cleaned(text: string): string {
  return withoutUnseen(text).trim();
}
