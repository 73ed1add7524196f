import { describe, expect, it } from 'vitest';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { attentionOf } from '#shared/returns/attention/rank.ts';
import { dueTodayOf } from '../../../functions/serve-board/page/pages/today/due-today.ts';
import { caseEntry, hours, lookedAt, parcelEntry, todo } from '../../memory/entries.ts';

// Noon by these clocks: the day ends in twelve hours.
const timeZone = 'Asia/Shanghai';
const dueOf = (...entries: readonly Entry[]) => dueTodayOf(attentionOf(entries, { now: lookedAt, timeZone }).items);
const due = (caseId: string, inHours: number, stake: number, currency = 'CNY') =>
  caseEntry(caseId, {
    currency,
    platform: { kind: 'platform-decision', subject: 'decision', dueAt: hours(inHours) },
    todos: [todo('decide', { stake })],
  });

describe('dueTodayOf', () => {
  it('sums what is due today or was before, and nothing that is due later', () => {
    expect(
      dueOf(due('late', -30, 100), due('soon', 1, 200), due('tonight', 11, 400), due('tomorrow', 13, 800)),
    ).toEqual({
      count: 3,
      sums: [{ amount: 700, currency: 'CNY' }],
    });
  });

  it('counts a record once, with the largest of what is at stake', () => {
    const entry = { ...due('C1', 1, 200), todos: [todo('decide', { stake: 200 }), todo('refund', { stake: 300 })] };
    expect(dueOf(entry)).toEqual({ count: 1, sums: [{ amount: 300, currency: 'CNY' }] });
  });

  it('counts what the store says otherwise, whenever it is due', () => {
    const handled = { did: 'refunded', at: hours(-1), state: 'differs' } as const;
    expect(dueOf({ ...due('C1', 40, 100), work: { notes: 0, handled } }).count).toBe(1);
  });

  it('adds no currency to another', () => {
    expect(dueOf(due('A', 1, 200), due('B', 1, 50, 'USD')).sums).toEqual([
      { amount: 200, currency: 'CNY' },
      { amount: 50, currency: 'USD' },
    ]);
  });

  it('counts what has no sum, too', () => {
    const parcel = parcelEntry('P1', { own: { kind: 'unclaimed-parcel', dueAt: hours(1) } });
    expect(dueOf(parcel)).toEqual({ count: 1, sums: [] });
  });
});
