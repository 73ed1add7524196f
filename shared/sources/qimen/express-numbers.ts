import { readTrackingNumber } from '../tracking-number.ts';

const separators = /[,;|/，；、／\r\n]/u;
/** Shorter ones are groups of digits of one number, as people type them. */
const leastOfItsOwn = 10;
const mostNumbers = 20;

/**
 * The tracking numbers in an `expressCode`: one, or several in a row, apart by punctuation or lines, or by blanks where each is a number by itself.
 * What is none is left out.
 */
export function numbersIn(expressCode: string | undefined): string[] {
  const numbers = (expressCode ?? '').split(separators).flatMap(numbersBetween);
  return [...new Set(numbers)].slice(0, mostNumbers);
}

function numbersBetween(text: string): string[] {
  const words = text.trim().split(/\s+/u);
  const numbers = words.flatMap(numbersWritten);
  const areApart = numbers.length === words.length && numbers.every(({ length }) => length >= leastOfItsOwn);
  return areApart ? numbers : numbersWritten(text);
}

function numbersWritten(text: string): string[] {
  const read = readTrackingNumber(text);
  return read.kind === 'number' ? [read.number] : [];
}
