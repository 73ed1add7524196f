import { describe, expect, it } from 'vitest';
import type { AttentionGroup, CaseEntry, Entry, EntryClock } from '#shared/returns/attention/entry.ts';
import { attentionOf, type Looking } from '#shared/returns/attention/rank.ts';
import { namesOf, shortPerson } from '#shared/returns/attention/short-person.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { caseEntry, hours, lookedAt, parcelEntry, todo } from '../../memory/entries.ts';

const looking: Looking = { now: lookedAt, timeZone: 'Asia/Shanghai' };
const platform = (dueAt: Instant, subject = 'decision'): EntryClock => ({ kind: 'platform-decision', subject, dueAt });
const own = (dueAt: Instant): EntryClock => ({ kind: 'qc-follow-up', dueAt });
const worth = (stake: number) => [todo('decide', { stake })];

const listed = (entries: readonly Entry[], more: Partial<Looking> = {}) =>
  attentionOf(entries, { ...looking, ...more }).items.map(({ entry }) =>
    entry.record === 'case' ? entry.caseId : entry.number,
  );
const first = (entry: Entry, more: Partial<Looking> = {}) => attentionOf([entry], { ...looking, ...more }).items[0];
const countOf = (group: AttentionGroup, entries: readonly Entry[]) =>
  attentionOf(entries, looking).groups.find((each) => each.group === group);

describe('attentionOf', () => {
  it('puts less than 2 hours before less than 8, today, and later; within each the larger sum, then the shorter time', () => {
    // It is noon in Shanghai: today ends in twelve hours.
    const entries = [
      caseEntry('later', { own: own(hours(12.5)), todos: worth(9_000_000) }),
      caseEntry('no-clock', { todos: worth(8_000_000) }),
      caseEntry('today', { own: own(hours(11.5)), todos: worth(1) }),
      caseEntry('8h-small', { own: own(hours(3)), todos: worth(100) }),
      caseEntry('8h-large', { own: own(hours(7.9)), todos: worth(200) }),
      caseEntry('2h-same-but-longer', { platform: platform(hours(1.9)), todos: worth(50) }),
      caseEntry('2h-same-but-shorter', { platform: platform(hours(0.5)), own: own(hours(20)), todos: worth(50) }),
      caseEntry('overdue', { own: own(hours(-40)), todos: worth(10) }),
    ];
    expect(listed(entries)).toEqual([
      ...['2h-same-but-shorter', '2h-same-but-longer', 'overdue', '8h-large', '8h-small', 'today', 'later', 'no-clock'],
    ]);
  });

  it('is the same whatever the order of what it is given', () => {
    const entries = ['C', 'A', 'B'].map((caseId) => caseEntry(caseId));
    expect(listed(entries)).toEqual(listed([...entries].reverse()));
  });

  it('leaves out what is done, what has nothing to do, and what is in time by itself', () => {
    const entries = [
      caseEntry('done', { isOpen: false }),
      caseEntry('waits', { todos: [] }),
      caseEntry('in-time', { todos: [todo('reply', { from: hours(0.1) })] }),
      caseEntry('late', { todos: [todo('reply', { from: hours(0) })] }),
    ];
    expect(listed(entries)).toEqual(['late']);
  });

  it('counts each case in each of its groups, with the sums of each currency', () => {
    const entries = [
      caseEntry('A', { todos: [todo('refund', { stake: 100 }), todo('fix-number')] }),
      caseEntry('B', { todos: [todo('refund', { stake: 50 })] }),
      caseEntry('C', { todos: [todo('refund', { stake: 7 })], currency: 'USD' }),
      parcelEntry('P1'),
    ];
    expect(countOf('goods-back-money-not-out', entries)).toEqual({
      group: 'goods-back-money-not-out',
      count: 3,
      sums: [
        { amount: 150, currency: 'CNY' },
        { amount: 7, currency: 'USD' },
      ],
    });
    expect(countOf('other', entries)).toMatchObject({ count: 1 });
    expect(countOf('unclaimed', entries)).toMatchObject({ count: 1 });
    expect(countOf('needs-info', entries)).toEqual({ group: 'needs-info', count: 0, sums: [] });
  });

  it('shows one group, with what is to do for it first', () => {
    const entries = [caseEntry('A', { todos: [todo('decide'), todo('fix-number')] }), caseEntry('B')];
    expect(attentionOf(entries, { ...looking, group: 'other' }).items).toMatchObject([
      { entry: { caseId: 'A' }, todo: { action: 'fix-number' } },
    ]);
  });

  describe('the time of the platform', () => {
    it('brings up what nothing else does, with what the platform waits for', () => {
      const quiet = caseEntry('A', { todos: [], platform: platform(hours(2), 'evidence') });
      expect(first(quiet)).toMatchObject({
        todo: { group: 'platform-soon', action: 'give-evidence', waitsOn: 'team' },
      });
      expect(first({ ...quiet, platform: platform(hours(2.1), 'evidence') })).toBeUndefined();
    });

    it('takes since when and for how much from what is to do anyway', () => {
      const decides = caseEntry('A', { todos: [todo('decide', { stake: 12_900 })], platform: platform(hours(1)) });
      expect(first(decides)?.todos).toEqual([
        { group: 'platform-soon', action: 'decide', waitsOn: 'team', since: hours(-3), stake: 12_900 },
        { group: 'to-decide', action: 'decide', waitsOn: 'team', since: hours(-3), stake: 12_900 },
      ]);
    });
  });

  describe('what is followed up later', () => {
    const snoozed = (fields: Partial<CaseEntry> = {}, until = hours(10)) =>
      caseEntry('A', { ...fields, work: { notes: 0, snooze: { until, reason: 'waits-for-buyer' } } });

    it('is out until then', () => {
      expect(first(snoozed())).toBeUndefined();
      expect(countOf('to-decide', [snoozed()])).toMatchObject({ count: 0 });
      expect(first(snoozed({}, lookedAt))).toBeDefined();
    });

    it('never hides the time of the platform', () => {
      expect(first(snoozed({ platform: platform(hours(2.1)) }))).toBeUndefined();
      expect(first(snoozed({ platform: platform(hours(2)) }))).toMatchObject({ todo: { group: 'platform-soon' } });
      expect(first(snoozed({ platform: platform(hours(-3)) }))).toBeDefined();
    });
  });

  describe('what somebody did in the store', () => {
    const handled = (state: 'awaited' | 'confirmed' | 'differs', at: Instant, fields: Partial<CaseEntry> = {}) =>
      caseEntry('A', { ...fields, work: { notes: 0, handled: { did: 'approved', at, state } } });

    it('leaves the list for 15 minutes, and is counted as waiting for the store', () => {
      const justNow = handled('awaited', hours(-0.24), { platform: platform(hours(1)) });
      expect(listed([justNow])).toEqual([]);
      expect(countOf('awaiting-store', [justNow])).toMatchObject({ count: 1 });
      expect(countOf('to-decide', [justNow])).toMatchObject({ count: 0 });
      expect(listed([justNow], { group: 'awaiting-store' })).toEqual(['A']);
    });

    it('comes back after 15 minutes without a word of the store', () => {
      expect(first(handled('awaited', hours(-0.25)))).toMatchObject({ todo: { action: 'decide' } });
    });

    it('comes back on top where the store says otherwise', () => {
      const entries = [
        caseEntry('B', { own: own(hours(0.1)), todos: worth(1_000_000) }),
        handled('differs', hours(-0.1)),
      ];
      expect(listed(entries)).toEqual(['A', 'B']);
      expect(first(handled('differs', hours(-0.1)))).toMatchObject({ todo: { action: 'compare-with-store' } });
    });
  });

  describe('whose it is', () => {
    const long = 'p'.repeat(60);
    const ofPerson = (caseId: string, person: string) =>
      caseEntry(caseId, { work: { notes: 0, owner: { person, since: hours(-1) } } });
    const entries = [
      ofPerson('mine', 'me'),
      ofPerson('theirs', 'them'),
      ofPerson('long', shortPerson(long)),
      caseEntry('offered', { work: { notes: 0, offered: { at: hours(-1), to: { person: 'me' } } } }),
      caseEntry('of-night', { work: { notes: 0, team: 'night' } }),
      caseEntry('of-day', { work: { notes: 0, team: 'day' } }),
    ];
    const viewer = { names: ['me'], teams: ['night'] };

    it.each([
      ['mine', ['mine', 'offered']],
      ['team', ['long', 'mine', 'of-night', 'offered', 'theirs']],
      ['unclaimed', ['of-day', 'of-night', 'offered']],
      ['all', ['long', 'mine', 'of-day', 'of-night', 'offered', 'theirs']],
    ] as const)('shows %s', (view, expected) => {
      expect(listed(entries, { viewer, view })).toEqual(expected);
    });

    it('knows a person whose id is longer than an entry has room for', () => {
      expect(listed(entries, { viewer: { names: namesOf(long), teams: [] }, view: 'mine' })).toEqual(['long']);
    });

    it('counts only what is in the view', () => {
      expect(attentionOf(entries, { ...looking, viewer, view: 'mine' }).groups).toContainEqual({
        group: 'to-decide',
        count: 2,
        sums: [],
      });
    });
  });
});
