import { describe, expect, it } from 'vitest';
import { isOutOfSight, shopOfEntry, shopOfRecord } from '../../../functions/serve-board/page/acts/out-of-sight.ts';
import { caseEntry, parcelEntry } from '../../memory/entries.ts';

const known = {
  people: [
    { person: 'p-day', name: '小白', team: 'day' },
    { person: 'p-free', name: '老板' },
  ],
  teamShops: { day: ['standard:main'], every: [] },
};

describe('isOutOfSight', () => {
  it.each([
    ['another shop, given to the team', 'youzan:4400789', { team: 'day' }, true],
    ['another shop, given to one of the team', 'youzan:4400789', { person: 'p-day' }, true],
    ['a shop that the team sees', 'standard:main', { person: 'p-day' }, false],
    ['any shop, given to a team that sees all', 'youzan:4400789', { team: 'every' }, false],
    ['any shop, given to somebody of no team', 'youzan:4400789', { person: 'p-free' }, false],
    ['a parcel of no case', undefined, { team: 'day' }, false],
  ])('of %s', (_what, shop, to, expected) => {
    expect(isOutOfSight(shop, to, known)).toBe(expected);
  });
});

it('reads the shop out of a key and out of an entry', () => {
  expect(shopOfRecord({ caseKey: 'youzan:4400789:a:b' })).toBe('youzan:4400789');
  expect(shopOfRecord({ parcel: 'SF1' })).toBeUndefined();
  expect(shopOfEntry(caseEntry('C1'))).toBe('test:a');
  expect(shopOfEntry(parcelEntry('P1'))).toBeUndefined();
});
