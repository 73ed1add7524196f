import { withoutUnseen } from './cleaned.ts';

/**
 * An identifier as a person sees it: full-width letters, digits and signs narrowed, every dash a hyphen, every blank a plain one, and without what pages
 * and scanners leave in a text that nobody sees (zero-width and bidi marks, soft hyphens, byte order marks). Ends of lines and control characters stay.
 * Nothing that looks different becomes the same: `①` is no `1`.
 */
export function visibleText(text: string): string {
  const narrow = text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return withoutUnseen(narrow)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\p{Zs}/gu, ' ');
}
