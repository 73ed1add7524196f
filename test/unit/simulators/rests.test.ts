import { describe, expect, it } from 'vitest';
import { growingRests, listedRests } from '../../simulators/rests.ts';

describe('growingRests', () => {
  it('doubles up to its limit and never ends where no number of tries is given', () => {
    const restAfter = growingRests({ firstMs: 500, mostMs: 4000 });

    expect([1, 2, 3, 4, 5, 500].map(restAfter)).toEqual([500, 1000, 2000, 4000, 4000, 4000]);
  });

  it('gives up after the last of its tries', () => {
    const restAfter = growingRests({ firstMs: 500, tries: 3 });

    expect([1, 2, 3].map(restAfter)).toEqual([500, 1000, undefined]);
  });
});

describe('listedRests', () => {
  it('rests as listed, then gives up', () => {
    expect([1, 2, 3].map(listedRests([10, 60]))).toEqual([10, 60, undefined]);
  });
});
