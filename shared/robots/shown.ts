import { withoutUnseen } from '#shared/identifiers/cleaned.ts';

const wideOf = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

/**
 * A text that is one line of plain text, whatever came in with it: no control characters, no bidi or zero-width marks, no blanks at its ends, and
 * at most so many characters.
 */
export function shownText(text: string, most = 200): string {
  const line = withoutUnseen(text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu, ' '))
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  const signs = [...line];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : line;
}

/**
 * The same where a chat reads Markdown or tags: every sign that any of the dialects takes for markup, for a mention or for the beginning of an address
 * becomes its full-width twin, which reads the same and does nothing. Escapes would not do: each platform has others.
 */
export function withoutMarkup(text: string): string {
  return text
    .replace(/[\\`*_~[\]<>#|@&]/g, wideOf)
    .replaceAll('://', '：//')
    .replace(/^([-+=]|\d+\.)/, (start) => start.replace(/.$/, wideOf));
}

/** Whole lines from the first on, as many as so many bytes of UTF-8 hold. */
export function withinBytes(lines: readonly string[], mostBytes: number): string[] {
  let left = mostBytes;
  const end = lines.findIndex((line) => {
    left -= Buffer.byteLength(line) + 1;
    return left < 0;
  });
  return end < 0 ? [...lines] : lines.slice(0, end);
}
