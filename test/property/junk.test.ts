import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { tellCase } from '#shared/returns/case/tell-case.ts';
import { allotUnits } from '#shared/returns/goods/allot-units.ts';
import { reportedUnits } from '#shared/returns/goods/units.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import { tellParcel } from '#shared/returns/parcel/tell-parcel.ts';
import { digestOf } from '#shared/returns/record/digest.ts';
import type { Observation } from '#shared/returns/record/observation.ts';
import { randomFrom, shuffle } from '../memory/random.ts';
import { minute, scripts } from '../memory/script.ts';
import { testParcelRules, testRules } from '../memory/test-merchant.ts';
import { runs } from './runs.ts';

const goodFacts: fc.Arbitrary<unknown[]> = scripts(8).map((script) =>
  script.flatMap((message): readonly unknown[] => {
    if (message.kind === 'answered') {
      return message.facts;
    }
    const sayings = JSON.parse(Buffer.from(message.delivery.body).toString()) as { facts: unknown[] }[];
    return sayings.flatMap(({ facts }) => facts);
  }),
);
const extreme = fc.constantFrom<unknown>(
  null,
  '',
  '__proto__',
  'constructor',
  -1,
  0.5,
  Number.MAX_SAFE_INTEGER,
  1e300,
  [],
  {},
  true,
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00.000Z',
  '2026-02-30T00:00:00.000Z',
  JSON.parse('{"__proto__":{"received":5},"constructor":1}'),
);

/** The value with one of its parts, chosen by `path`, replaced; keys may become `__proto__`. */
function mutated(value: unknown, path: readonly number[], part: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) {
    return part;
  }
  const entries = Object.entries(value);
  const index = step % (entries.length + 1);
  const changed = entries.map(([key, each], place) => [key, place === index ? mutated(each, rest, part) : each]);
  const all = index === entries.length ? [...changed, ['__proto__', part]] : changed;
  return Array.isArray(value) ? all.map(([, each]) => each) : Object.fromEntries(all);
}

const mutations = fc
  .tuple(goodFacts, fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }), fc.oneof(extreme, fc.jsonValue()))
  .map(([facts, path, part]) => mutated(facts, path, part));
const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: mutations },
  { weight: 2, arbitrary: goodFacts },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

function observationsOf<Fact>(all: readonly unknown[]): Observation<Fact>[] {
  return all.map((facts, index) => ({
    id: `test/x/${index}`,
    from: 'test/x',
    receivedAt: minute(index * 400),
    facts: facts as Fact[],
  }));
}

describe('foldCase and tellCase', () => {
  it('never throw, whatever was said, and fold it in any order to the same', () => {
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 5 }), fc.nat(), (all, seed) => {
        const observations = observationsOf<CaseFact>(all);
        const snapshot = foldCase('test:a:C1', observations, [], testRules);
        const told = tellCase(snapshot, {}, 1, testRules);
        const shuffled = foldCase('test:a:C1', shuffle(observations, randomFrom(seed)), [], testRules);

        expect(digestOf(shuffled)).toBe(digestOf(snapshot));
        expect(snapshot.goods.every(({ received }) => Number.isInteger(received) && received >= 0)).toBe(true);
        expect(tellCase(snapshot, told.told, 2, testRules).changes).toEqual([]);
        expect(Object.prototype).not.toHaveProperty('received');
      }),
      runs(1600),
    );
  });

  it('fold a first half, tell it, and then tell the whole without a throw', () => {
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 5 }), fc.nat(5), (all, half) => {
        const observations = observationsOf<CaseFact>(all);
        const first = tellCase(foldCase('test:a:C1', observations.slice(0, half), [], testRules), {}, 1, testRules);
        const whole = foldCase('test:a:C1', observations, [], testRules);
        const second = tellCase(whole, first.told, 2, testRules);

        expect(tellCase(whole, second.told, 3, testRules).changes).toEqual([]);
      }),
      runs(1000),
    );
  });
});

describe('foldCase', () => {
  it('gives the same for any order of what was said, whoever said it and however equal the times', () => {
    fc.assert(
      fc.property(fc.array(goodFacts, { minLength: 2, maxLength: 6 }), fc.nat(), (all, seed) => {
        const observations = all.map((facts, index) => ({
          id: `test/x/${index}`,
          from: `test/x${index % 2}`,
          receivedAt: minute(5000),
          facts: facts as CaseFact[],
        }));
        const shuffled = shuffle(observations, randomFrom(seed));

        expect(foldCase('test:a:C1', shuffled, [], testRules)).toEqual(
          foldCase('test:a:C1', observations, [], testRules),
        );
      }),
      runs(1000),
    );
  });
});

describe('foldParcel and tellParcel', () => {
  const links = ['test:a:C1', 'test:a:C2'].map((caseKey) => ({
    caseKey,
    revision: 1,
    stands: true,
    open: true,
    lines: [{ sku: 'S1', quantity: 2 }],
  }));

  it('never throw, whatever was said, and fold it in any order to the same', () => {
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 5 }), fc.nat(2), fc.nat(), (all, count, seed) => {
        const observations = observationsOf<ParcelFact>(all);
        const snapshot = foldParcel('PA01', observations, links.slice(0, count), [], testParcelRules);
        const random = randomFrom(seed);
        const shuffledLinks = shuffle(links.slice(0, count), random);
        const shuffled = foldParcel('PA01', shuffle(observations, random), shuffledLinks, [], testParcelRules);
        const { told } = tellParcel(snapshot, {}, 1, testParcelRules.deadlines);

        expect(digestOf(shuffled)).toBe(digestOf(snapshot));
        expect(tellParcel(snapshot, told, 2, testParcelRules.deadlines).changes).toEqual([]);
      }),
      runs(1300),
    );
  });

  it('give away no more units than there are, whatever a person allots', () => {
    const count = fc.integer({ min: 0, max: 4 });
    const units = fc.record({
      received: count,
      inspected: fc.record({ passed: count, 'passed-with-deduction': count, failed: count }),
      stockedIn: fc.record({ sellable: count, defective: count }),
    });
    const shares = fc.dictionary(
      fc.constantFrom('test:a:C1', 'test:a:C2'),
      fc.dictionary(fc.constantFrom('S1', 'S2'), units),
    );
    const goods = fc.array(fc.tuple(fc.constantFrom('S1', 'S2'), fc.integer({ min: 0, max: 6 })), { maxLength: 3 });
    fc.assert(
      fc.property(shares, goods, fc.boolean(), (allotted, received, isActed) => {
        const reported = reportedUnits([
          {
            fact: 'received',
            receiptId: 'R',
            warehouseId: 'east',
            at: minute(0),
            lines: received.map(([sku, quantity]) => ({ sku, quantity })),
          },
        ]);
        const result = allotUnits(reported, links, isActed ? allotted : undefined);
        for (const sku of ['S1', 'S2']) {
          const given = [...result.shares.values()].reduce((sum, share) => sum + (share.get(sku)?.received ?? 0), 0);

          expect(given).toBeLessThanOrEqual(reported.get(sku)?.received ?? 0);
        }
      }),
      runs(1000),
    );
  });
});
