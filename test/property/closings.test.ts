import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { minute } from '../memory/script.ts';
import { testRules } from '../memory/test-merchant.ts';
import { runs } from './runs.ts';

/** What a store may say of the end of a case: with and without a version, by a clock before or behind ours. */
const word = fc
  .record({
    fact: fc.constantFrom('closed' as const, 'closed' as const, 'reopened' as const),
    from: fc.constantFrom('test/shop-a', 'test/shop-a', 'test/shop-b'),
    at: fc.integer({ min: 0, max: 6 }),
    version: fc.constantFrom(undefined, undefined, 1, 2, 3),
    receivedAt: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ fact, from, at, version, receivedAt }) => ({
    from,
    receivedAt: minute(receivedAt),
    facts: [{ fact, at: minute(at), ...(version !== undefined && { version }) }],
  }));
const words: fc.Arbitrary<CaseObservation[]> = fc
  .array(word, { minLength: 1, maxLength: 7 })
  .map((all) => all.map((each, index) => ({ id: `w${index}`, ...each })));

const countIn = (observations: readonly CaseObservation[]): number =>
  foldCase('test:a:C1', observations, [], testRules).closings.length;

/** Each closing is told once by its number, so a number that was told must not be one too many later. */
describe('closingsOf', () => {
  it('counts no closing less for a word more', () => {
    fc.assert(
      fc.property(words, fc.nat(6), (all, left) => {
        expect(countIn(all.filter((_each, index) => index !== left))).toBeLessThanOrEqual(countIn(all));
      }),
      runs(14_000),
    );
  });

  it('counts as many when an earlier receipt of a word turns up', () => {
    fc.assert(
      fc.property(words, fc.nat(6), (all, moved) => {
        const earlier = all.map((each, index) => (index === moved ? { ...each, receivedAt: minute(0) } : each));

        expect(countIn(earlier)).toBe(countIn(all));
      }),
      runs(14_000),
    );
  });
});
