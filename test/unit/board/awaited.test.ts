import { describe, expect, it } from 'vitest';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { awaitedOf } from '../../../functions/serve-board/page/pages/today/awaited.ts';
import { caseEntry, hours, lookedAt, todo } from '../../memory/entries.ts';

const viewer = { names: ['me'], teams: [] };
const of = (...entries: readonly Entry[]) => awaitedOf(entries, { now: lookedAt, viewer, view: 'all' });
const handled = (caseId: string, dueIn: number, hoursAgo = 0.1) =>
  caseEntry(caseId, {
    platform: { kind: 'platform-decision', subject: 'decision', dueAt: hours(dueIn) },
    todos: [todo('decide', { stake: dueIn * 1000 })],
    work: { notes: 0, handled: { did: 'approved', at: hours(-hoursAgo), state: 'awaited' } },
  });

describe('awaitedOf', () => {
  it('counts what waits for its store, and has the time and the sum of the nearest', () => {
    expect(of(handled('A', 3), handled('B', 1), caseEntry('C'))).toEqual({
      count: 2,
      dueAt: hours(1),
      stake: { amount: 1000, currency: 'CNY' },
    });
  });

  it('leaves out what is back in the list, since the store kept silent', () => {
    expect(of(handled('A', 3, 1))).toEqual({ count: 0 });
  });

  it('looks no further than the view', () => {
    expect(awaitedOf([handled('A', 3)], { now: lookedAt, viewer, view: 'mine' })).toEqual({ count: 0 });
  });
});
