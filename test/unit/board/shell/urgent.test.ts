import { describe, expect, it } from 'vitest';
import type { CaseEntry, EntryWork } from '#shared/returns/attention/entry.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { newlyUrgent, ringFor, urgentOf } from '../../../../functions/serve-board/page/shell/urgent.ts';

const now = '2026-03-10T09:00:00.000Z' as Instant;
const inMinutes = (minutes: number): Instant => addMillis(now, minutes * 60_000);
const mine: EntryWork = { owner: { person: 'ann', since: inMinutes(-300) }, notes: 0 };
const looking = { viewer: { names: ['ann'], teams: [] }, now, timeZone: 'Asia/Shanghai' };

function entryOf(key: string, platformMinutes: number | undefined, more: Partial<CaseEntry> = {}): CaseEntry {
  const platform = platformMinutes === undefined ? {} : { dueAt: inMinutes(platformMinutes) };
  return {
    record: 'case',
    key,
    source: 'doudian',
    shop: '1',
    caseId: key,
    headline: 'requested',
    skus: [],
    numbers: [],
    version: 1,
    writtenAt: inMinutes(-10),
    isOpen: true,
    todos: [{ group: 'to-decide', action: 'decide', waitsOn: 'team', since: inMinutes(-60) }],
    platform: { kind: 'platform-decision', ...platform },
    work: mine,
    ...more,
  };
}

describe('urgentOf', () => {
  it.each<[string, CaseEntry, boolean]>([
    ['is due within two hours', entryOf('a', 120), true],
    ['is overdue', entryOf('a', -5), true],
    ['is due later', entryOf('a', 121), false],
    ['has a platform’s clock that is paused', entryOf('a', undefined), false],
    ['is due by our clock alone', { ...entryOf('a', 500), own: { kind: 'refund', dueAt: inMinutes(5) } }, false],
    ['is another’s', entryOf('a', 5, { work: { owner: { person: 'bob', since: now }, notes: 0 } }), false],
    ['is nobody’s', entryOf('a', 5, { work: { notes: 0 } }), false],
    ['is offered to me', entryOf('a', 5, { work: { notes: 0, offered: { at: now, to: { person: 'ann' } } } }), true],
    ['is done', entryOf('a', 5, { isOpen: false }), false],
  ])('of one that %s', (_, entry, expected) => {
    expect([...urgentOf([entry], looking)]).toEqual(expected ? ['case a'] : []);
  });

  it('knows of nobody’s where it is not known who looks', () => {
    expect(urgentOf([entryOf('a', 5)], { ...looking, viewer: undefined }).size).toBe(0);
  });
});

describe('newlyUrgent', () => {
  it('tells of nothing at the first look', () => {
    expect(newlyUrgent(undefined, new Set(['a']))).toEqual([]);
  });

  it('tells of what was not there at the look before, also where it had been there earlier', () => {
    expect(newlyUrgent(new Set(), new Set(['a']))).toEqual(['a']);
    expect(newlyUrgent(new Set(['a']), new Set(['a']))).toEqual([]);
    expect(newlyUrgent(new Set(['b']), new Set(['a', 'b']))).toEqual(['a']);
  });
});

describe('ringFor', () => {
  const nowMs = 1_770_000_000_000;

  it('rings once for what several tabs find', () => {
    const first = ringFor(['a'], {}, nowMs);
    const second = ringFor(['a'], first.rung, nowMs + 14_000);

    expect([first.rings, second.rings]).toEqual([true, false]);
    expect(ringFor(['a', 'b'], second.rung, nowMs + 20_000).rings).toBe(true);
  });

  it('forgets what it rang for half an hour ago, and what a clock that was wrong left behind', () => {
    const { rung } = ringFor(['a'], { b: nowMs - 1_800_000, c: nowMs + 1 }, nowMs);

    expect(rung).toEqual({ a: nowMs });
    expect(ringFor(['a'], rung, nowMs + 1_800_000).rings).toBe(true);
  });
});
