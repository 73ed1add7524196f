import { describe, expect, it } from 'vitest';
import type { DeadlineView } from '#shared/api/case-view.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { clockBarOf, inTurn } from '../../../functions/serve-board/page/pages/case/clock-bar.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour)).toISOString() as Instant;
const hourMs = 3_600_000;

function clock(more: Partial<DeadlineView> = {}): DeadlineView {
  return {
    deadlineId: 'd',
    kind: 'refund',
    subject: 'case',
    openedAt: at(0),
    dueAt: at(10),
    remindAt: at(8),
    setBy: 'policy',
    reminded: false,
    missed: false,
    overdue: false,
    escalation: 0,
    ...more,
  };
}

const paused = (more: Partial<DeadlineView> = {}): DeadlineView => {
  const { dueAt: _due, remindAt: _remind, ...rest } = clock();
  return { ...rest, pausedSince: at(1), ...more };
};

describe('clockBarOf', () => {
  it.each<[string, DeadlineView, number, object]>([
    ['runs', clock(), 5, { state: 'running', run: 0.5, due: 1, remind: 0.8, leftMs: 5 * hourMs }],
    ['has just begun', clock(), 0, { state: 'running', run: 0, leftMs: 10 * hourMs }],
    ['begins later', clock(), -2, { state: 'ahead', run: 0 }],
    ['is near', clock(), 9, { state: 'near', run: 0.9 }],
    ['is due now', clock(), 10, { state: 'overdue', run: 1, due: 1, leftMs: 0 }],
    ['is overdue', clock(), 20, { state: 'overdue', run: 1, due: 0.5, remind: 0.4, leftMs: -10 * hourMs }],
    ['was met in time', clock({ metAt: at(4) }), 20, { state: 'met', run: 0.4, due: 1, leftMs: 6 * hourMs }],
    ['was met late', clock({ metAt: at(20), missed: true }), 30, { state: 'late', run: 1, due: 0.5 }],
    ['was met before it opened', clock({ metAt: at(-1) }), 5, { state: 'met', run: 0 }],
    ['is due as it opens', clock({ dueAt: at(0) }), 0, { state: 'overdue', run: 0, due: 0 }],
  ])('%s', (_, view, hour, expected) => {
    expect(clockBarOf(view, at(hour))).toMatchObject(expected);
  });

  it('has no end while it is paused', () => {
    expect(clockBarOf(paused(), at(5))).toEqual({ state: 'paused', run: 1 });
  });
});

describe('inTurn', () => {
  it('puts the earliest first, what is paused last, and what is met apart', () => {
    const [late, soon, still, done] = [
      clock({ deadlineId: 'late', dueAt: at(9) }),
      clock({ deadlineId: 'soon', dueAt: at(3) }),
      paused({ deadlineId: 'still' }),
      clock({ deadlineId: 'done', metAt: at(1) }),
    ];

    const { open, met } = inTurn([still, late, done, soon]);

    expect(open.map(({ deadlineId }) => deadlineId)).toEqual(['soon', 'late', 'still']);
    expect(met).toEqual([done]);
  });
});
