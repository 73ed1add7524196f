import { describe, expect, it } from 'vitest';
import { attentionOf, type Looking } from '#shared/returns/attention/rank.ts';
import { bandsOf } from '../../../functions/serve-board/page/pages/today/bands.ts';
import { rowsOf } from '../../../functions/serve-board/page/pages/today/row.ts';
import { todayListOf, viewerOf } from '../../../functions/serve-board/page/pages/today/today-list.ts';
import { caseEntry, hours, lookedAt, parcelEntry, todo } from '../../memory/entries.ts';

const at = { now: lookedAt, timeZone: 'Asia/Shanghai' };
const viewer = viewerOf({ person: 'me', teams: ['day'] });
const own = (inHours: number) => ({ kind: 'qc-follow-up', dueAt: hours(inHours) }) as const;
const entries = [
  caseEntry('later', { own: own(40), todos: [todo('check', { stake: 500 })] }),
  caseEntry('soon', { own: own(1), work: { notes: 0, owner: { person: 'me', since: hours(-1) } } }),
  caseEntry('differs', { work: { notes: 0, handled: { did: 'refunded', at: hours(-1), state: 'differs' } } }),
  parcelEntry('P1', { own: own(5) }),
];
const listOf = (fields: Partial<Looking> = {}) => {
  const ranked = (looking: object) => attentionOf(entries, { ...at, viewer, ...looking });
  const { view } = fields;
  return todayListOf({ all: ranked({}), inView: ranked({ view }), shown: ranked(fields) }, { ...at, viewer });
};
const byId = new Map(
  entries.map((entry) => [entry.record === 'case' ? `case ${entry.key}` : `parcel ${entry.number}`, entry]),
);

describe('todayListOf', () => {
  it('has what presses most first, and how many there are for whom', () => {
    const { ids, counts, due } = listOf();
    expect(ids).toEqual(['case test:a:differs', 'case test:a:soon', 'parcel P1', 'case test:a:later']);
    expect(counts).toEqual({ all: 4, mine: 1, team: 4, unclaimed: 3 });
    expect(due.count).toBe(3);
  });

  it('shows the view that is asked for, and counts its groups alone', () => {
    const { ids, groups } = listOf({ view: 'mine' });
    expect(ids).toEqual(['case test:a:soon']);
    expect(groups.map(({ group, count }) => [group, count])).toEqual([['to-decide', 1]]);
  });

  it('shows one group, and counts all of them still', () => {
    const { ids, groups, due } = listOf({ group: 'at-warehouse' });
    expect(ids).toEqual(['case test:a:later']);
    expect(groups.length).toBeGreaterThan(1);
    expect(due.count).toBe(0);
  });

  it('knows a viewer by the name that lists have for them, too', () => {
    expect(viewerOf({ person: 'p'.repeat(50), listedAs: '#1', teams: [] }).names).toEqual(['p'.repeat(50), '#1']);
  });
});

describe('rowsOf', () => {
  const { ids, items } = listOf();
  const around = { ...at, items, before: new Map(), entries: byId, first: 2 };

  it('numbers the first few', () => {
    expect(rowsOf(ids, around).map(({ place }) => place)).toEqual([1, 2, undefined, undefined]);
  });

  it('shows what left the list as it was last, with who has it by now', () => {
    const [id = ''] = ids;
    const gone = caseEntry('differs', { version: 9, work: { notes: 3 } });
    const [row] = rowsOf([id], { ...around, items: new Map(), before: items, entries: new Map([[id, gone]]) });
    expect(row).toMatchObject({ isGone: true, action: 'compare-with-store', entry: { work: { notes: 3 } } });
  });

  it('has no row for what it never saw', () => {
    expect(rowsOf(['case test:a:other'], around)).toEqual([]);
  });
});

describe('bandsOf', () => {
  it('puts rows under sub-headings, what differs under one of its own', () => {
    const { ids, items } = listOf();
    const rows = rowsOf(ids, { ...at, items, before: new Map(), entries: byId, first: 3 });
    expect(bandsOf(rows).map(({ band, rows: own }) => [band, own.length])).toEqual([
      ['store-differs', 1],
      ['within-2-hours', 1],
      ['within-8-hours', 1],
      ['later', 1],
    ]);
  });

  it('does not say how many the last band has while more rows are to come', () => {
    const row = (horizon: 'today' | 'later') => ({ group: 'other', horizon }) as const;
    const counts = (isCut: boolean) => bandsOf([row('today'), row('later')], isCut).map(({ count }) => count);
    expect(counts(false)).toEqual([1, 1]);
    expect(counts(true)).toEqual([1, undefined]);
  });

  it('begins a band anew where an order that is held has it twice', () => {
    const row = (horizon: 'today' | 'later') => ({ group: 'other', horizon }) as const;
    expect(bandsOf([row('today'), row('later'), row('today')]).map(({ band }) => band)).toEqual([
      'today',
      'later',
      'today',
    ]);
  });
});
