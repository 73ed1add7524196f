import { describe, expect, it } from 'vitest';
import { missingChaos, untakenPushes } from '../../simulation/simulate-lane.ts';

describe('untakenPushes', () => {
  const lane = (doudian: number, feed: number) => ({
    doudian: { counts: { pushes: { untaken: doudian } } },
    feed: { counts: { pushes: { untaken: feed } } },
  });

  it('says whose pushes Backhaul did not take', () => {
    expect(untakenPushes(lane(0, 0))).toEqual([]);
    expect(untakenPushes(lane(3, 0))).toEqual([{ about: 'Doudian', what: '3 pushes were not taken' }]);
    expect(untakenPushes(lane(0, 1))).toEqual([{ about: 'the carrier feed', what: '1 pushes were not taken' }]);
  });
});

describe('missingChaos', () => {
  it.each([
    ['many calls and none failed', { asked: 100, wrong: 20, failedAfterEffect: 0 }, 0.2, 1],
    ['some failed', { asked: 100, wrong: 20, failedAfterEffect: 1 }, 0.2, 0],
    ['none were to fail', { asked: 100, wrong: 0, failedAfterEffect: 0 }, 0, 0],
    ['there were few calls', { asked: 9, wrong: 0, failedAfterEffect: 0 }, 0.2, 0],
  ])('where %s', (_, wrongs, chaos, found) => {
    expect(missingChaos(wrongs, chaos)).toHaveLength(found);
  });
});
