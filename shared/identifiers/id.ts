/**
 * An id, a code, or a name that stands for one (of a carrier, a shop), whoever typed, pasted or scanned it: without what nobody sees in it (zero-width
 * and bidi marks, soft hyphens, byte order marks) and without blanks around it. Never of a text that people read: there a mark may belong to a letter.
 */
export function idOf(text: string): string {
  return text.replace(/\p{Cf}/gu, '').trim();
}
