import { describe, expect, it } from 'vitest';
import { ringsOf } from '#shared/notifying/rings-of.ts';
import { addressesOf } from '#shared/notifying/routing.ts';
import { summariesDue } from '#shared/notifying/summaries-due.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { shortPerson } from '#shared/returns/attention/short-person.ts';
import { caseEntry, hours, lookedAt, parcelEntry, todo } from '../../memory/entries.ts';
import { routedMerchant } from './routed.ts';

const robots = ['one', 'two', 'three'].map((id) => ({ id, kind: 'wecom' }));
const platform = { kind: 'platform-decision', subject: 'decision', dueAt: hours(1) } as const;
const urgent = caseEntry('C1', { platform });
const exception = caseEntry('C2', { todos: [todo('contact-buyer')] });
const ringOf = (entry: Entry) => {
  const [ring] = ringsOf([entry], [], lookedAt);
  return ring ?? expect.unreachable('it should ring');
};
const silent = () => ringsOf([], [{ source: 's', channel: 'c', shop: 'a', silentSince: hours(-1) }], lookedAt)[0];
const robotsFor = (entry: Entry, routes: readonly object[], time = '12:00') =>
  addressesOf(ringOf(entry), routedMerchant({ robots, routes }), time).map(({ robot }) => robot);

describe('which robots tell', () => {
  it.each<[string, Entry, object[], string[]]>([
    ['all of a route without conditions', urgent, [{ robots: ['one', 'two'] }], ['one', 'two']],
    [
      'that of the team that sees the shop',
      urgent,
      [
        { team: 'a-team', robots: ['one'] },
        { team: 'b-team', robots: ['two'] },
      ],
      ['one'],
    ],
    [
      'that of the team to which it was handed',
      { ...urgent, work: { notes: 0, team: 'b-team' } },
      [
        { team: 'a-team', robots: ['one'] },
        { team: 'b-team', robots: ['two'] },
      ],
      ['two'],
    ],
    [
      'that of its class',
      urgent,
      [
        { classes: ['exception'], robots: ['one'] },
        { classes: ['platform'], robots: ['two'] },
      ],
      ['two'],
    ],
    [
      'each once, whatever the number of routes',
      urgent,
      [{ robots: ['one'] }, { team: 'a-team', robots: ['one', 'three'] }],
      ['one', 'three'],
    ],
    ['none, where no route leads anywhere', urgent, [{ team: 'b-team', robots: ['one'] }], []],
  ])('%s', (_, entry, routes, expected) => {
    expect(robotsFor(entry, routes)).toEqual(expected);
  });

  it.each([
    ['09:00-18:00', '08:59', []],
    ['09:00-18:00', '09:00', ['one']],
    ['09:00-18:00', '18:00', []],
    ['18:00-09:00', '23:59', ['one']],
    ['18:00-09:00', '00:00', ['one']],
    ['18:00-09:00', '09:00', []],
  ])('by hours %s at %s: %o', (hoursOfRoute, time, expected) => {
    expect(robotsFor(urgent, [{ hours: hoursOfRoute, robots: ['one'] }], time)).toEqual(expected);
  });

  it('of a source that is silent: those of routes without a team', () => {
    const routing = routedMerchant({ robots, routes: [{ robots: ['one'] }, { team: 'a-team', robots: ['two'] }] });
    const ring = silent();

    expect(ring && addressesOf(ring, routing, '12:00').map(({ robot }) => robot)).toEqual(['one']);
  });
});

describe('quiet hours', () => {
  it.each(['23:00', '23:59', '00:00', '03:30', '07:59'])('at %s only a platform’s time rings', (time) => {
    expect(robotsFor(urgent, [{ robots: ['one'] }], time)).toEqual(['one']);
    expect(robotsFor(exception, [{ robots: ['one'] }], time)).toEqual([]);
  });

  it.each(['08:00', '22:59'])('are over at %s', (time) => {
    expect(robotsFor(exception, [{ robots: ['one'] }], time)).toEqual(['one']);
  });
});

describe('who is called by name', () => {
  const long = 'x'.repeat(60);
  const people = [{ person: 'p1' }, { person: 'p2' }, { person: long }];
  const routing = routedMerchant({ robots, people, routes: [{ robots: ['one'], people: ['p2'] }] });
  const calledFor = (entry: Entry) =>
    addressesOf(ringOf(entry), routing, '12:00')[0]?.called.map(({ person }) => person);
  const ownedBy = (person: string) => ({ ...exception, work: { notes: 0, owner: { person, since: hours(-9) } } });

  it('is whom the route names, where nobody has it', () => {
    expect(calledFor(exception)).toEqual(['p2']);
  });

  it('is its owner, and nobody else', () => {
    expect(calledFor(ownedBy('p1'))).toEqual(['p1']);
    expect(calledFor(ownedBy('a-stranger'))).toEqual([]);
  });

  it('is its owner, though lists name them by a hash', () => {
    expect(calledFor(ownedBy(shortPerson(long)))).toEqual([long]);
  });
});

describe('summaries', () => {
  const notify = routedMerchant({
    robots,
    routes: [
      { team: 'a-team', classes: ['digest'], robots: ['one'] },
      { team: 'a-team', robots: ['one'] },
      { classes: ['platform'], robots: ['two'] },
      { hours: '09:00-23:00', robots: ['three'] },
    ],
    digestAt: ['08:30'],
    shiftsAt: ['18:00'],
  }).notify;

  it.each([
    ['08:29', []],
    ['08:30', ['one day 2026-03-10T08:30']],
    ['09:29', ['one day 2026-03-10T08:30']],
    ['09:30', []],
    ['18:05', ['one handover 2026-03-10T18:00', 'three handover 2026-03-10T18:00']],
  ])('that are due at %s', (time, expected) => {
    const due = summariesDue(notify, { day: '2026-03-10', time });

    expect(due.map(({ robot, occasion, id }) => `${robot} ${occasion} ${id}`)).toEqual(expected);
  });
});

describe('a parcel', () => {
  it('is of every team that is asked, since it has no shop', () => {
    const parcel = parcelEntry('SF1', { todos: [todo('contact-buyer')] });

    expect(robotsFor(parcel, [{ team: 'b-team', robots: ['two'] }])).toEqual(['two']);
  });
});
