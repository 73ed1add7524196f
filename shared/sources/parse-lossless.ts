import { parse } from 'lossless-json';

/** JSON in which an integer above 2^53 becomes a text of its digits instead of another number. */
export function parseLossless(text: string): unknown {
  return parse(text, null, (digits) =>
    /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits),
  );
}
