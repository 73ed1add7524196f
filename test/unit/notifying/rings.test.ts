import { describe, expect, it } from 'vitest';
import { ringsOf } from '#shared/notifying/rings-of.ts';
import type { CaseEntry, EntryWork } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { caseEntry, hours, lookedAt, parcelEntry, todo } from '../../memory/entries.ts';

const minutes = (count: number) => hours(count / 60);
const decision = (dueAt: Instant) => ({ kind: 'platform-decision', subject: 'decision', dueAt }) as const;
const check = (dueAt: Instant) => ({ kind: 'qc-follow-up', dueAt }) as const;
const work = (fields: Partial<EntryWork>): EntryWork => ({ notes: 0, ...fields });
const ownedSince = (since: Instant, touchedAt = since) => work({ owner: { person: 'p1', since }, touchedAt });
const levelsOf = (fields: Partial<CaseEntry>) =>
  ringsOf([caseEntry('C1', { todos: [], ...fields })], [], lookedAt).map(({ level }) => level);

describe('a platform’s time', () => {
  it.each<[string, Partial<CaseEntry>, string[]]>([
    ['more than two hours away', { platform: decision(minutes(121)) }, []],
    ['two hours away, claimed by nobody', { platform: decision(minutes(120)) }, ['two-hours']],
    ['31 minutes away, claimed by nobody', { platform: decision(minutes(31)) }, ['two-hours']],
    ['an hour away, and somebody has it', { platform: decision(minutes(60)), work: ownedSince(hours(-3)) }, []],
    ['half an hour away', { platform: decision(minutes(30)) }, ['half-hour']],
    [
      'ten minutes away, untouched by its owner',
      { platform: decision(minutes(10)), work: ownedSince(hours(-3)) },
      ['half-hour'],
    ],
    [
      'ten minutes away, touched since the last half-hour began',
      { platform: decision(minutes(10)), work: ownedSince(hours(-3), minutes(-15)) },
      [],
    ],
    [
      '25 minutes away, and its owner was at it nine minutes ago',
      { platform: decision(minutes(25)), work: ownedSince(hours(-3), minutes(-9)) },
      [],
    ],
    [
      '25 minutes away, and its owner was at it eleven minutes ago',
      { platform: decision(minutes(25)), work: ownedSince(hours(-3), minutes(-11)) },
      ['half-hour'],
    ],
    ['just over', { platform: decision(minutes(-5)) }, ['half-hour']],
    ['over for a day', { platform: decision(hours(-24)) }, []],
    [
      'ten minutes away, and done in the store just now',
      {
        platform: decision(minutes(10)),
        work: work({ handled: { did: 'approved', at: minutes(-5), state: 'awaited' } }),
      },
      [],
    ],
    [
      'ten minutes away, and done in the store half an hour ago, of which it knows nothing',
      {
        platform: decision(minutes(10)),
        work: work({ handled: { did: 'approved', at: minutes(-30), state: 'awaited' } }),
      },
      ['half-hour'],
    ],
    [
      'an hour away, and put off: nobody can put off a platform',
      { platform: decision(minutes(60)), work: work({ snooze: { until: hours(5), reason: 'other' } }) },
      ['two-hours'],
    ],
    ['paused', { platform: { kind: 'platform-decision', subject: 'decision' } }, []],
    ['of a case that is done', { platform: decision(minutes(10)), isOpen: false }, []],
  ])('that is %s', (_, fields, expected) => {
    expect(levelsOf(fields)).toEqual(expected);
  });
});

describe('what rings besides', () => {
  it.each<[string, Partial<CaseEntry>, string[]]>([
    ['an exception at the check', { todos: [todo('contact-buyer')] }, ['exception']],
    [
      'an exception that its owner took knowing of it',
      { todos: [todo('contact-buyer')], work: ownedSince(hours(-1)) },
      [],
    ],
    [
      'an exception that came up after its owner took it',
      { todos: [todo('contact-buyer')], work: ownedSince(hours(-9)) },
      ['exception'],
    ],
    ['an exception whose buyer was written to', { todos: [todo('settle-with-buyer')] }, []],
    [
      'an exception that is put off',
      { todos: [todo('contact-buyer')], work: work({ snooze: { until: hours(1), reason: 'waits-for-buyer' } }) },
      [],
    ],
    [
      'an exception whose time to be put off is over',
      { todos: [todo('contact-buyer')], work: work({ snooze: { until: hours(-1), reason: 'other' } }) },
      ['exception'],
    ],
    ['a dispute', { todos: [todo('settle-dispute')] }, ['dispute']],
    ['evidence that is asked for', { todos: [todo('give-evidence')] }, ['dispute']],
    ['a stop that was asked for 29 minutes ago', { todos: [todo('confirm-stop', { since: minutes(-29) })] }, []],
    [
      'a stop that was asked for half an hour ago',
      { todos: [todo('confirm-stop', { since: minutes(-30) })] },
      ['stop'],
    ],
    ['a check that is missed', { todos: [todo('check')], own: check(minutes(-1)) }, ['late-check']],
    ['a check that is in time', { todos: [todo('check')], own: check(minutes(1)) }, []],
    [
      'a check that is missed and was taken since',
      { todos: [todo('check')], own: check(hours(-1)), work: ownedSince(minutes(-30)) },
      [],
    ],
    ['a new case', { todos: [todo('decide')] }, []],
    ['goods to be stocked in', { todos: [todo('stock-in')] }, []],
    ['money that is owed', { todos: [todo('refund')] }, []],
    ['what only waits for the store', { todos: [todo('await-store')] }, []],
    ['what is to do later', { todos: [todo('contact-buyer', { from: hours(1) })] }, []],
  ])('%s', (_, fields, expected) => {
    expect(levelsOf(fields)).toEqual(expected);
  });

  it('a source that is silent', () => {
    const silence = { source: 'doudian', channel: 'app', shop: '44', silentSince: hours(-1) };

    expect(ringsOf([], [silence], lookedAt)).toMatchObject([
      { level: 'silent-source', class: 'silent-source', silence },
    ]);
  });

  it('never a parcel that nobody claims, which is in the list', () => {
    expect(ringsOf([parcelEntry('SF1')], [], lookedAt)).toEqual([]);
  });
});

describe('a ring', () => {
  const thingsOf = (...entries: CaseEntry[]) => ringsOf(entries, [], lookedAt).map(({ thing }) => thing);

  it('is known by its record and its occasion: a platform’s time that is moved is told anew, another version is not', () => {
    const before = caseEntry('C1', { platform: decision(minutes(60)) });

    expect(thingsOf({ ...before, version: 9, headline: 'approved' })).toEqual(thingsOf(before));
    expect(thingsOf({ ...before, platform: decision(minutes(70)) })).not.toEqual(thingsOf(before));
  });

  it('goes in the order of urgency, the shorter time first', () => {
    const rings = ringsOf(
      [
        caseEntry('late', { todos: [todo('check')], own: check(minutes(-1)) }),
        caseEntry('soon', { platform: decision(minutes(100)) }),
        caseEntry('sooner', { platform: decision(minutes(40)) }),
        caseEntry('last', { platform: decision(minutes(20)) }),
        caseEntry('swapped', { todos: [todo('contact-buyer')] }),
      ],
      [{ source: 's', channel: 'c', shop: 'a', silentSince: hours(-9) }],
      lookedAt,
    );

    expect(rings.map((ring) => ('entry' in ring ? Object(ring.entry).caseId : 'source'))).toEqual([
      ...['last', 'sooner', 'soon', 'swapped', 'late', 'source'],
    ]);
  });
});
