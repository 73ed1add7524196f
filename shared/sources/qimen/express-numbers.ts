import { readTrackingNumber } from '../tracking-number.ts';

/** The tracking numbers in an `expressCode`: one, or several in a row. What is none is left out. */
export function numbersIn(expressCode: string | undefined): string[] {
  const numbers = (expressCode ?? '').split(/[,;|，；、]/u).flatMap((text) => {
    const read = readTrackingNumber(text);
    return read.kind === 'number' ? [read.number] : [];
  });
  return [...new Set(numbers)].slice(0, mostNumbers);
}

const mostNumbers = 20;
