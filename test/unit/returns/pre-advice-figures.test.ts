import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preAdviceFigures } from '#shared/returns/pre-advice/pre-advice-figures.ts';
import { addMillis, type Instant, instantOf } from '#shared/returns/record/instant.ts';
import { folded, receipt, returnSentIn, stateOf } from './said.ts';

const start = instantOf(Date.parse('2026-03-01T00:00:00Z'));
const after = (seconds: number): Instant => addMillis(start, seconds * 1_000);

interface Told {
  readonly stated?: number;
  readonly known?: number;
  readonly acknowledged?: number;
  readonly received?: number;
  readonly stands?: boolean;
}

/** A parcel with the seconds at which each of it was so. */
function parcel(number: string, { stated = 0, known, acknowledged, received, stands = true }: Told = {}) {
  return {
    number,
    statedAt: after(stated),
    stands,
    ...(known !== undefined && { knownAt: after(known) }),
    ...(acknowledged !== undefined && { acknowledgedAt: after(acknowledged) }),
    ...(received !== undefined && { state: { receivedAt: after(received) } }),
  };
}

type Parcel = ReturnType<typeof parcel>;
const figuresOf = (...parcels: readonly Parcel[]) => preAdviceFigures(parcels.map((each) => ({ parcels: [each] })));
const lagOfSeconds = (...seconds: readonly number[]) =>
  figuresOf(...seconds.map((each, index) => parcel(`P${index}`, { known: 0, acknowledged: each }))).lag.fromKnown;

describe('preAdviceFigures', () => {
  it('measures from when we knew and from when the platform says', () => {
    const { lag } = figuresOf(parcel('P1', { stated: 0, known: 10, acknowledged: 25 }));

    expect(lag.fromKnown).toEqual({ count: 1, p50Ms: 15_000, p95Ms: 15_000 });
    expect(lag.fromPlatform).toEqual({ count: 1, p50Ms: 25_000, p95Ms: 25_000 });
  });

  it.each([
    ['nothing', []],
    ['parcels that no warehouse acknowledged', [parcel('P1', { known: 10 }), parcel('P2')]],
  ])('has measured nothing of %s', (_what, parcels) => {
    const { lag } = figuresOf(...parcels);

    expect(lag.fromKnown).toEqual({ count: 0, p50Ms: undefined, p95Ms: undefined });
    expect(lag.fromPlatform).toEqual({ count: 0, p50Ms: undefined, p95Ms: undefined });
  });

  it.each([
    ['one', [7], 7, 7],
    ['two: the lower one is the median', [9, 1], 1, 9],
    ['three', [3, 1, 2], 2, 3],
    ['twenty: the nineteenth is p95', Array.from({ length: 20 }, (_, index) => 20 - index), 10, 19],
    ['twenty-one: the twentieth is p95', Array.from({ length: 21 }, (_, index) => index + 1), 11, 20],
  ])('takes the nearest rank of %s', (_what, seconds, p50, p95) => {
    expect(lagOfSeconds(...seconds)).toEqual({ count: seconds.length, p50Ms: p50 * 1_000, p95Ms: p95 * 1_000 });
  });

  it('counts a parcel of several cases once, from the first that named it to the first acknowledgement', () => {
    const { lag, announcedBeforeArrival } = figuresOf(
      parcel('P1', { stated: 30, known: 40, acknowledged: 50, received: 100 }),
      parcel('P1', { stated: 0, known: 10, acknowledged: 90, received: 100 }),
    );

    expect(lag.fromKnown).toEqual({ count: 1, p50Ms: 40_000, p95Ms: 40_000 });
    expect(lag.fromPlatform).toEqual({ count: 1, p50Ms: 50_000, p95Ms: 50_000 });
    expect(announcedBeforeArrival).toEqual({ received: 1, announced: 1, share: 1 });
  });

  it('takes an acknowledgement by a clock that is behind for no lag', () => {
    expect(lagOfSeconds(-5)).toEqual({ count: 1, p50Ms: 0, p95Ms: 0 });
  });

  it('measures a lag of a number that was replaced since', () => {
    const { lag } = figuresOf(parcel('P1', { known: 0, acknowledged: 5, stands: false }));

    expect(lag.fromKnown.count).toBe(1);
  });

  it('counts as announced what was acknowledged no later than it came', () => {
    const { announcedBeforeArrival } = figuresOf(
      parcel('BEFORE', { known: 0, acknowledged: 99, received: 100 }),
      parcel('TOGETHER', { known: 0, acknowledged: 100, received: 100 }),
      parcel('AFTER', { known: 0, acknowledged: 101, received: 100 }),
      parcel('NEVER', { known: 0, received: 100 }),
      parcel('ON-ITS-WAY', { known: 0, acknowledged: 5 }),
    );

    expect(announcedBeforeArrival).toEqual({ received: 4, announced: 2, share: 0.5 });
  });

  it('does not count a receipt on a number that no case names any more', () => {
    const { announcedBeforeArrival } = figuresOf(
      parcel('P1', { acknowledged: 5, received: 100, stands: false }),
      parcel('P2', { acknowledged: 5, received: 100, stands: false }),
      parcel('P2', { acknowledged: 5, received: 100 }),
    );

    expect(announcedBeforeArrival).toEqual({ received: 1, announced: 1, share: 1 });
  });

  it('has no share while nothing was received', () => {
    expect(figuresOf(parcel('P1', { acknowledged: 5 })).announcedBeforeArrival).toEqual({
      received: 0,
      announced: 0,
      share: undefined,
    });
  });

  it('reads the parcels of folded cases', () => {
    const snapshot = folded(returnSentIn('PA01', 'PA02'), stateOf('PA01', receipt(60, 2)));

    expect(preAdviceFigures([snapshot]).announcedBeforeArrival).toMatchObject({ received: 1, announced: 0 });
  });

  it('does not depend on the order of cases and parcels', () => {
    const second = fc.integer({ min: 0, max: 50 });
    const told = fc.record(
      { stated: second, known: second, acknowledged: second, received: second, stands: fc.boolean() },
      { requiredKeys: [] },
    );
    const parcels = fc.array(
      fc.tuple(fc.constantFrom('P1', 'P2', 'P3'), told).map(([number, fields]) => parcel(number, fields)),
    );
    const twoOrders = parcels.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
    );

    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(preAdviceFigures([{ parcels: other }])).toEqual(figuresOf(...one));
      }),
    );
  });
});
