import { type ReadNumber, readTrackingNumber, type TrackingNumber } from './tracking-number.ts';
import { visibleText } from './visible-text.ts';

export type TrackingNumbers =
  | { readonly kind: 'numbers'; readonly numbers: readonly ReadNumber[] }
  | Exclude<TrackingNumber, { readonly kind: 'number' }>;

/** What people put between two numbers. */
const separators = /[/,;|、\r\n]/u;
/** As many as anybody sends at once. */
const mostNumbers = 20;
/** Between blanks only numbers that are too long to be a group of one number's digits, with digits in them. */
const longNumber = /^(?=.*\d)[A-Z0-9-]{10,40}$/i;

/**
 * The numbers in a field that is meant for one, but holds what people type: one number, or several with a separator or blanks between them.
 * Where one of the parts is no number by itself, none is taken: it may be a date, an address, a phone beside a name.
 */
export function readTrackingNumbers(text: string): TrackingNumbers {
  const parts = partsOf(text);
  if (parts.length === 0) {
    return { kind: 'placeholder' };
  }
  const numbers = numbersOf(parts);
  return parts.every(({ read }) => read.kind === 'number') ? { kind: 'numbers', numbers } : { kind: 'invalid' };
}

/** The same field, filled by a system that received parcels: each part that is a number is taken, and what is neither one nor a placeholder is `rest`. */
export function trackingNumbersIn(text: string): {
  readonly numbers: readonly ReadNumber[];
  readonly rest: readonly string[];
} {
  const parts = partsOf(text);
  return {
    numbers: numbersOf(parts),
    rest: parts.filter(({ read }) => read.kind === 'invalid').map((part) => part.text),
  };
}

interface Part {
  readonly text: string;
  readonly read: TrackingNumber;
}

function numbersOf(parts: readonly Part[]): ReadNumber[] {
  const numbers = new Map<string, ReadNumber>();
  for (const { read } of parts) {
    if (read.kind === 'number' && !numbers.has(read.number)) {
      const { kind: _kind, ...number } = read;
      numbers.set(number.number, number);
    }
  }
  return [...numbers.values()].slice(0, mostNumbers);
}

/** None, where the whole stands for no number. What is a number only as a whole is not taken apart. */
function partsOf(text: string): Part[] {
  const whole = readTrackingNumber(text);
  if (whole.kind === 'placeholder') {
    return [];
  }
  const texts = visibleText(text)
    .split(separators)
    .filter((each) => each.trim() !== '')
    .flatMap(wordsOf);
  const parts = texts.map((each) => ({ text: each, read: readPart(each, texts.length) }));
  const isWhole = whole.kind === 'number' && parts.some(({ read }) => read.kind !== 'number');
  return isWhole ? [{ text, read: whole }] : parts;
}

/** Several words are one label only where its number is one of them: two numbers may look like a label when their ends are put together. */
function wordsOf(text: string): string[] {
  const words = text.trim().split(/\s+/u);
  const whole = readTrackingNumber(text);
  const isLabel =
    whole.kind === 'number' && whole.seen !== undefined && words.some((word) => word.toUpperCase() === whole.number);
  return !isLabel && words.every((word) => longNumber.test(word)) ? words : [text.trim()];
}

/** Beside others, a word without a digit is no number. */
function readPart(text: string, count: number): TrackingNumber {
  const read = readTrackingNumber(text);
  return read.kind === 'number' && count > 1 && !/\d/.test(read.number) ? { kind: 'invalid' } : read;
}
