import { canonicalNumber } from '#shared/identifiers/tracking-number.ts';
import type { CaseFact } from '../case/facts.ts';
import type { Instant } from '../record/instant.ts';
import { factsNamed, type Statement } from '../record/statement.ts';
import { type LineOf, linesByRows, type Nothing, placeOf } from '../record/story.ts';
import { inCanonicalForm, parcelsOf } from './fold.ts';

export interface TrackingLines {
  /** Numbers that stand since this word, and those that no longer do. */
  readonly tracking: {
    readonly added: readonly { readonly number: string; readonly carrier?: string }[];
    readonly gone: readonly string[];
    /** When the goods were sent, where numbers were added. */
    readonly shippedAt?: Instant;
  };
  readonly outbound: { readonly numbers: readonly string[] };
  readonly 'tracking-unreadable': Nothing;
}

/** What each word on tracking numbers changed, by which numbers stood before and after it. */
export function trackingStory(statements: readonly Statement<CaseFact>[]): LineOf<TrackingLines>[] {
  return [
    ...numberLines(statements),
    ...linesByRows<CaseFact, Omit<TrackingLines, 'tracking'>>(statements, {
      outbound: {
        about: ({ fact }) => fact.origin,
        values: ({ numbers }) => ({ numbers: numbers.map(({ number }) => canonicalNumber(number)) }),
      },
      'tracking-unreadable': { values: () => ({}) },
    }),
  ];
}

function numberLines(statements: readonly Statement<CaseFact>[]): LineOf<Pick<TrackingLines, 'tracking'>>[] {
  let before: readonly string[] = [];
  const words = factsNamed(statements, 'tracking').map(inCanonicalForm);
  return words.flatMap((word, index) => {
    const { numbers, shippedAt } = word.fact;
    const standing = standingIn(words.slice(0, index + 1));
    const added = numbers
      .filter(({ number }) => !before.includes(number))
      .map(({ number, carrier }) => ({ number, ...(carrier && { carrier }) }));
    const gone = before.filter((number) => !standing.includes(number));
    before = standing;
    const values = { added, gone, ...(added.length > 0 && shippedAt && { shippedAt }) };
    return added.length + gone.length > 0 ? [{ ...placeOf(word), code: 'tracking', values }] : [];
  });
}

function standingIn(words: readonly Statement<CaseFact>[]): string[] {
  return parcelsOf(words)
    .filter(({ stands }) => stands)
    .map(({ number }) => number);
}
