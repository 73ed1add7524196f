import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import { visibleText } from '#shared/identifiers/visible-text.ts';

/** One thing that somebody looks for. */
export interface SearchTerm {
  /** As it was given, as a person sees it. */
  readonly text: string;
  /** What of it may be a tracking number, the likeliest first. */
  readonly numbers: readonly string[];
}

/** So many are looked for at once. */
export const mostTerms = 200;
/** Shorter texts fit too much. */
export const shortestTerm = 4;
/** What is longer is no number, id or name. */
const longestTerm = 256;
/** Two readings beside the first: each is another look into the table. */
const mostNumbers = 3;

/** Quotes are what a sheet puts around a cell that has more than one line, or that is to stay a text: `="0012"`. */
const separators = /[\s,;|、"“”]+/u;
const beforeText = /^[='‘’]+/u;

/** What is looked for in a text that somebody pasted: each once, in their order. Scanner prefixes, full-width letters and whatever stands between two are no part of it. */
export function searchTerms(pasted: string): { readonly terms: readonly SearchTerm[]; readonly more: number } {
  const words = visibleText(pasted)
    .split(separators)
    .map((word) => word.replace(beforeText, ''))
    .filter((word) => word !== '');
  const texts = [...new Set([...joined(words), ...words])].filter(isTerm);
  return { terms: texts.slice(0, mostTerms).map(termOf), more: Math.max(0, texts.length - mostTerms) };
}

function isTerm(text: string): boolean {
  return text.length >= shortestTerm && text.length <= longestTerm;
}

/** A number that was written in groups: no word by itself is long enough to be one. */
function joined(words: readonly string[]): string[] {
  const isGrouped = words.length > 1 && words.length <= 8 && words.every((word) => /^[A-Z0-9-]{1,6}$/i.test(word));
  return isGrouped ? [words.join('')] : [];
}

function termOf(text: string): SearchTerm {
  const read = readTrackingNumber(text);
  const numbers = read.kind === 'number' ? [read.number, ...(read.candidates ?? [])] : [];
  return { text, numbers: numbers.slice(0, mostNumbers) };
}
