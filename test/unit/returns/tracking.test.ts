import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { folded, receipt, returnSentIn, saidOfCase, stateOf } from './said.ts';

interface Word {
  readonly numbers: readonly string[];
  readonly replaces?: readonly string[];
  readonly whole?: boolean;
  readonly origin?: string;
}

const tracking = (minutes: number, { numbers, origin = 'store', ...rest }: Word) =>
  saidOfCase(minutes, { fact: 'tracking', numbers: numbers.map((number) => ({ number })), origin, ...rest });

const standing = (...observations: readonly CaseObservation[]) =>
  folded(...observations)
    .parcels.filter((parcel) => parcel.stands)
    .map((parcel) => parcel.number);

describe('parcelsOf', () => {
  it('adds the numbers of each statement, the first named first', () => {
    expect(
      standing(tracking(10, { numbers: ['B'] }), tracking(0, { numbers: ['C'] }), tracking(10, { numbers: ['A'] })),
    ).toEqual(['C', 'A', 'B']);
  });

  it('takes away a number that a later statement replaced, and keeps it on the record', () => {
    const all = [tracking(0, { numbers: ['A'] }), tracking(10, { numbers: ['B'], replaces: ['A'] })];

    expect(standing(...all)).toEqual(['B']);
    expect(folded(...all).parcels.map((parcel) => parcel.number)).toEqual(['A', 'B']);
  });

  it('does not let an old replacement take away a number that was put back later', () => {
    const all = [
      tracking(0, { numbers: ['A'] }),
      tracking(10, { numbers: ['B'], replaces: ['A'] }),
      tracking(20, { numbers: ['A'], replaces: ['B'] }),
    ];

    expect(standing(...all)).toEqual(['A']);
  });

  it('takes a whole list for all the numbers of its own origin only', () => {
    const all = [
      tracking(0, { numbers: ['A'] }),
      tracking(1, { numbers: ['X'], origin: 'buyer' }),
      tracking(10, { numbers: ['B'], whole: true }),
    ];

    expect(standing(...all)).toEqual(['X', 'B']);
  });

  it('lets an older whole list take nothing away from a later statement', () => {
    expect(standing(tracking(0, { numbers: ['B'], whole: true }), tracking(10, { numbers: ['A'] }))).toEqual([
      'B',
      'A',
    ]);
  });

  it('keeps goods on a replaced number, does not count them, and says so', () => {
    const replaced = tracking(10, { numbers: ['PA02'], replaces: ['PA01'] });
    const snapshot = folded(returnSentIn('PA01'), replaced, stateOf('PA01', receipt(20, 2)));

    expect(snapshot.parcels[0]?.state?.goods).toHaveLength(1);
    expect(snapshot.goods[0]).toMatchObject({ sku: 'S1', received: 0 });
    expect(snapshot.attention).toEqual(['goods-on-replaced-number']);
  });

  it('leaves out a parcel’s state that says nothing', () => {
    expect(folded(returnSentIn('PA01'), stateOf('PA01')).parcels[0]).not.toHaveProperty('state');
  });
});
