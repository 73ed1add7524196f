import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimelineRecord } from '#shared/api/read-timeline-record.ts';
import { timelineOf } from '#shared/api/timeline.ts';
import type { CaseFact, CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { storyOf } from '#shared/returns/case/story.ts';
import { locales } from '#shared/words/locale.ts';
import { liveOut } from '../memory/live-out.ts';
import { casesOf } from '../memory/outcome.ts';
import { randomFrom } from '../memory/random.ts';
import { minute, scripts } from '../memory/script.ts';
import { readingOfRecord, readingOfStory } from '../memory/story-and-record.ts';
import { testMerchant, testRules } from '../memory/test-merchant.ts';
import { runs } from './runs.ts';

/** Whoever reads a case's story to its end knows what the record says: both are told from the same statements, in the same order. */
describe('storyOf', () => {
  it('ends with the decision, numbers, goods, refunds and deadlines of the record', async () => {
    await fc.assert(
      fc.asyncProperty(scripts(14), fc.nat(), async (script, seed) => {
        const random = randomFrom(seed);
        const { simulation } = await liveOut(script, { isSent: () => random(2) === 0, order: random });
        for (const stored of casesOf(simulation)) {
          const record = await readTimelineRecord(simulation.table, stored);

          expect(readingOfStory(storyOf(record), stored.snapshot)).toEqual(readingOfRecord(stored.snapshot));
          for (const locale of locales) {
            const texts = timelineOf(record, { locale, merchant: testMerchant }).map(({ text }) => text);
            expect(texts.filter((text) => text === '' || text.includes('undefined'))).toEqual([]);
          }
        }
      }),
      runs(200),
    );
  });

  it('agrees with the record whatever versions and clocks the senders of a case have', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const snapshot = foldCase('test:a:C1', all, [], testRules);
        const story = storyOf({ snapshot, told: {}, observations: all, acts: [], parcels: [] });

        expect(readingOfStory(story, snapshot)).toEqual(readingOfRecord(snapshot));
        expect(story.map(({ order }) => order)).toEqual(story.map(({ order }) => order).toSorted());
      }),
      runs(4000),
    );
  });
});

const number = fc.constantFrom('PA01', 'PA02', 'PA03');
const words: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    fact: fc.constant('decided'),
    decision: fc.constantFrom('approved', 'declined', 'expired', 'withdrawn'),
    by: fc.constantFrom('merchant', 'buyer'),
    reason: fc.constantFrom(undefined, 'late'),
  }),
  fc.record({ fact: fc.constantFrom('closed', 'reopened', 'reopened') }),
  fc.record({
    fact: fc.constant('tracking'),
    numbers: fc.uniqueArray(fc.record({ number }), { maxLength: 2, selector: (each) => each.number }),
    replaces: fc.uniqueArray(number, { maxLength: 1 }),
    whole: fc.boolean(),
    origin: fc.constantFrom('store', 'buyer'),
  }),
  fc.record({
    fact: fc.constant('refund'),
    refundId: fc.constantFrom('F1', 'F2'),
    kind: fc.constant('goods-refund'),
    amount: fc.record({ amount: fc.integer({ min: 1, max: 3 }), currency: fc.constant('CNY') }),
    outcome: fc.constantFrom('done', 'failed'),
    by: fc.constantFrom('merchant', 'platform'),
  }),
);

const observations: fc.Arbitrary<CaseObservation[]> = fc
  .array(
    fc.record({
      word: words,
      from: fc.constantFrom('test/shop-a', 'test/shop-a', 'test/shop-b'),
      at: fc.integer({ min: 0, max: 6 }),
      version: fc.constantFrom(undefined, undefined, 1, 2, 3),
      receivedAt: fc.integer({ min: 0, max: 8 }),
      id: fc.nat(99),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((all) =>
    all.map(({ word, from, at, version, receivedAt, id }, index) => ({
      id: `o${id}-${index}`,
      from,
      receivedAt: minute(receivedAt),
      facts: [{ ...word, at: minute(at), ...(version !== undefined && { version }) } as CaseFact],
    })),
  );
