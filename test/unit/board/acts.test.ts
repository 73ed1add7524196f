import { describe, expect, it } from 'vitest';
import { keyOf, wishAnswered } from '../../../functions/serve-board/page/acts/idempotency.ts';
import { possibleActs } from '../../../functions/serve-board/page/acts/possible-acts.ts';
import {
  inRequests,
  lineIdOf,
  linesOf,
  nameIn,
  numberIn,
} from '../../../functions/serve-board/page/acts/shift-lines.ts';
import { caseEntry, hours, parcelEntry } from '../../memory/entries.ts';

const agent = { person: 'me', roles: ['agent' as const], teams: ['day'] };
const approver = { person: 'boss', roles: ['merchant-approver' as const], teams: [] };
const owned = (person: string) => caseEntry('C1', { work: { notes: 0, owner: { person, since: hours(-1) } } });
const offered = (to: { readonly person: string } | { readonly team: string }) =>
  caseEntry('C1', { work: { notes: 0, owner: { person: 'other', since: hours(-1) }, offered: { at: hours(-1), to } } });

describe('possibleActs', () => {
  it.each([
    ['what nobody has', caseEntry('C1'), { claim: true, release: false, reassign: true, accept: false }],
    ['what is mine', owned('me'), { claim: false, release: true, reassign: true }],
    ['what another has', owned('other'), { claim: false, release: false, reassign: false }],
    ['what is offered to me', offered({ person: 'me' }), { accept: true, claim: false }],
    ['what is offered to my team', offered({ team: 'day' }), { accept: true }],
    ['what is offered to another team', offered({ team: 'night' }), { accept: false }],
  ])('of an agent on %s', (_what, entry, expected) => {
    expect(possibleActs(entry, agent)).toMatchObject(expected);
  });

  it('lets the merchant’s people give away what others have', () => {
    expect(possibleActs(owned('other'), approver)).toMatchObject({ release: true, reassign: true });
  });

  it('lets nobody handle a parcel on the platform, and no warehouse a case', () => {
    expect(possibleActs(caseEntry('C1'), agent).handled).toBe(true);
    expect(possibleActs(parcelEntry('P1'), agent).handled).toBe(false);
    expect(possibleActs(caseEntry('C1'), { ...agent, roles: ['warehouse'] }).handled).toBe(false);
  });
});

describe('keyOf', () => {
  it('is the same until the wish was answered, and another for another wish', () => {
    let next = 0;
    const random = () => `k${next++}`;
    expect([keyOf('a', random), keyOf('a', random), keyOf('b', random)]).toEqual(['k0', 'k0', 'k1']);
    wishAnswered('a');
    expect(keyOf('a', random)).toBe('k2');
  });
});

describe('a sheet', () => {
  const ofCase = { record: { caseKey: 'standard:main:RMA:1' }, todos: [], notes: [] };
  const ofParcel = { record: { parcel: 'SF1' }, todos: [], notes: [] };

  it('has each record once, what is open first', () => {
    const lines = linesOf([
      { open: [ofCase], promises: [ofParcel, ofCase] },
      { open: [ofCase], promises: [] },
    ]);
    expect(lines.map(({ record }) => lineIdOf(record))).toEqual(['case standard:main:RMA:1', 'parcel SF1']);
  });

  it('names records by what people know them by', () => {
    expect([ofCase, ofParcel].map(({ record }) => numberIn(record))).toEqual(['RMA:1', 'SF1']);
    expect(nameIn(ofParcel.record)).toEqual({ record: 'parcel', number: 'SF1' });
  });

  it('is accepted in as many parts as requests take', () => {
    const records = Array.from({ length: 5 }, (_, n) => ({ parcel: `P${n}` }));
    expect(inRequests(records, 2).map((part) => part.length)).toEqual([2, 2, 1]);
    expect(inRequests([])).toEqual([]);
  });
});
