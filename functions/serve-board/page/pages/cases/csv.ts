/** One cell: a text, a number to count with, or a name of something that has to stay as it is, letter by letter. */
export type CsvCell =
  | { readonly kind: 'text' | 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number };

/** Without it Excel takes UTF-8 for the code page of its computer, and Chinese for gibberish. */
const byteOrderMark = '\ufeff';

/** By which a spreadsheet takes a text for a formula (OWASP, CSV Injection: `=`, `+`, `-`, `@`, tab, carriage return, and their full-width forms). */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * What a spreadsheet takes for a number, a time or a date: Excel keeps 15 digits of a number (Microsoft, Excel specifications and limits) and shows those of
 * more than 11 as `1.23E+17`; it drops noughts in front, reads `12E34` as a power of ten, and `3-4` or `MAR-10` as a day.
 */
const misread =
  /^(?:[\d\s.,:/eE+-]*\d[\d\s.,:/eE+-]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[ -]?\d+)$/i;

/**
 * A table for spreadsheets (RFC 4180: CRLF, quotes doubled), with a byte order mark.
 *
 * - A name that would be misread is written as `="…"`, a formula of nothing but its text. Excel, WPS, LibreOffice and Google Sheets show the text itself, and what is copied
 *   or looked up is exactly that. The other way, a tab before the digits, would stay in the cell: a lookup by the number then finds nothing.
 * - Whatever else would be a formula has an apostrophe before it, as OWASP says, so that nothing that a buyer or a shop wrote is ever carried out.
 */
export function csvOf(lines: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + lines.map((cells) => `${cells.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(cell: CsvCell): string {
  if (cell.kind === 'number') {
    return String(cell.number);
  }
  const { kind, text } = cell;
  if (kind === 'name' && misread.test(text)) {
    return quoted(`="${text.replaceAll('"', '""')}"`);
  }
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n\t]|^\s|\s$|^'/.test(safe) ? quoted(safe) : safe;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
