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

export type TrackingNumbers =
  | { readonly kind: 'numbers'; readonly numbers: readonly string[] }
  | Exclude<TrackingNumber, { readonly kind: 'number' }>;

/** What people put between two numbers. */
const separators = /[/,;|、，；／\r\n]/u;
/** As many as anybody sends at once. */
const mostNumbers = 20;
/** Between blanks only numbers that are too long to be a group of one number's digits, with digits in them. */
const longNumber = /^(?=.*\d)[A-Z0-9-]{10,40}$/;

/**
 * The numbers in a field that is meant for one, but holds what people type: one number, or several with a separator or blanks between them.
 * Where one of the parts is no number by itself, none is taken.
 */
export function readTrackingNumbers(text: string): TrackingNumbers {
  const whole = readTrackingNumber(text);
  const parts = partsOf(visibleText(text).toUpperCase());
  if (whole.kind === 'placeholder' || parts.length === 0) {
    return { kind: 'placeholder' };
  }
  const numbers = parts.flatMap((part) => {
    const read = readTrackingNumber(part);
    return read.kind === 'number' && /\d/.test(read.number) ? [read.number] : [];
  });
  if (numbers.length === parts.length) {
    return { kind: 'numbers', numbers: [...new Set(numbers)].slice(0, mostNumbers) };
  }
  return whole.kind === 'number' ? { kind: 'numbers', numbers: [whole.number] } : whole;
}

function partsOf(text: string): string[] {
  const parts = text.split(separators).filter((part) => part.trim() !== '');
  return parts.flatMap((part) => {
    const words = part.trim().split(/\s+/u);
    return words.every((word) => longNumber.test(word)) ? words : [part];
  });
}

/**
 * As a person sees it: full-width letters narrowed, without what pages and scanners leave in a text that nobody sees (zero-width and bidi marks, soft
 * hyphens, byte order marks), every dash a hyphen. Blanks and ends of lines stay.
 */
function visibleText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-');
}

/** One form for each tracking number, however it was typed or scanned: as a person sees it, upper case, no blanks. */
export function readTrackingNumber(text: string): TrackingNumber {
  const number = visibleText(text).replace(/\s+/gu, '').toUpperCase();
  if (placeholders.has(number) || /^[-_.0/*?]*$/.test(number)) {
    return { kind: 'placeholder' };
  }
  return form.test(number) ? { kind: 'number', number } : { kind: 'invalid' };
}
