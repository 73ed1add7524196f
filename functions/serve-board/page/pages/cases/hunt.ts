import { visibleText } from '#shared/identifiers/visible-text.ts';
import { type SearchTerm, searchTerms } from '#shared/lists/search-terms.ts';
import type { CaseRow } from './case-row.ts';

/** What somebody looks for: numbers, of which each is asked for by itself, or words that all stand in one row. */
export type Hunt =
  | { readonly kind: 'none' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'numbers'; readonly terms: readonly SearchTerm[]; readonly more: number };

const betweenWords = /[\s,;|、"“”]+/u;

/** One thing, or what was pasted line by line, or words of which each has a digit, are numbers; anything else is what goods are called. */
export function huntFor(text: string): Hunt {
  const known = lately.get(text) ?? readHunt(text);
  lately.delete(text);
  lately.set(text, known);
  for (const old of [...lately.keys()].slice(0, -mostKept)) {
    lately.delete(old);
  }
  return known;
}

/** Two hundred numbers take a while to read, and several parts of the page look for the same. */
const lately = new Map<string, Hunt>();
const mostKept = 4;

function readHunt(text: string): Hunt {
  const seen = visibleText(text).trim();
  const words = seen.split(betweenWords).filter((word) => word !== '');
  if (words.length === 0) {
    return { kind: 'none' };
  }
  const { terms, more } = searchTerms(text);
  const isList = words.length === 1 || /[\n\t]/.test(seen) || words.every((word) => /\d/.test(word));
  return isList && terms.length > 0
    ? { kind: 'numbers', terms, more }
    : { kind: 'words', words: words.map((word) => word.toUpperCase()) };
}

/** Whether a row is what is looked for; undefined where nothing is. Of one number also a part fits, of several only the whole. */
export function huntTest(hunt: Hunt): ((row: CaseRow) => boolean) | undefined {
  if (hunt.kind === 'none') {
    return undefined;
  }
  if (hunt.kind === 'words') {
    return ({ searched }) => hunt.words.every((word) => searched.includes(word));
  }
  const [only, ...others] = hunt.terms;
  if (only && others.length === 0) {
    const parts = spellingsOf(only);
    return ({ searched }) => parts.some((part) => searched.includes(part));
  }
  const wanted = new Set(hunt.terms.flatMap(spellingsOf));
  return ({ names }) => names.some((name) => wanted.has(name));
}

export function spellingsOf({ text, numbers }: SearchTerm): string[] {
  return [text.toUpperCase(), ...numbers];
}
