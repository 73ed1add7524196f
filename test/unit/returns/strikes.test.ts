import { describe, expect, it } from 'vitest';
import type { TickFact } from '#shared/returns/deadlines/facts.ts';
import type { Deadline, Strike } from '#shared/returns/deadlines/part.ts';
import { nextStrikeAtOf, nextStrikeOf, ticksDue } from '#shared/returns/deadlines/strikes.ts';
import { minute } from '../../memory/script.ts';

const times = { remindAt: minute(60), dueAt: minute(120) };
const rule = { dueAfterMinutes: 120, remindBeforeMinutes: 60, escalateEveryMinutes: 30, escalations: 2 };
const tick = (phase: TickFact['phase'], at: number, count = 0): TickFact => ({
  fact: 'tick',
  deadlineId: 'refund-1',
  phase,
  count,
  at: minute(at),
});

describe('nextStrikeOf', () => {
  it('goes from the reminder to the due time, and from escalation to escalation, each so long after the one before', () => {
    const ticks: TickFact[] = [];
    const next = () => nextStrikeOf(times, ticks, rule);
    expect(next()).toEqual({ phase: 'reminder', count: 0, at: minute(60) });
    ticks.push(tick('reminder', 60));
    expect(next()).toEqual({ phase: 'due', count: 0, at: minute(120) });
    ticks.push(tick('due', 121));
    expect(next()).toEqual({ phase: 'escalation', count: 1, at: minute(151) });
    ticks.push(tick('escalation', 151, 1));
    expect(next()).toEqual({ phase: 'escalation', count: 2, at: minute(181) });
    ticks.push(tick('escalation', 181, 2));
    expect(next()).toBeUndefined();
  });

  it('knows none of a deadline that is paused', () => {
    expect(nextStrikeOf({}, [], rule)).toBeUndefined();
  });

  it('knows none of a deadline that is met', () => {
    expect(nextStrikeOf({ ...times, metAt: minute(10) }, [], rule)).toBeUndefined();
  });

  it('reminds no more of what is past due, though no reminder ever came', () => {
    expect(nextStrikeOf(times, [tick('due', 120)], rule)?.phase).toBe('escalation');
  });

  it('follows the highest escalation, whichever came last', () => {
    const ticks = [tick('due', 120), tick('escalation', 190, 2), tick('escalation', 200, 1)];
    expect(nextStrikeOf(times, ticks, { ...rule, escalations: 3 })).toEqual({
      phase: 'escalation',
      count: 3,
      at: minute(220),
    });
  });
});

const deadlineOf = (id: string, nextStrike?: Strike): Record<string, Deadline> => ({
  [id]: {
    ...times,
    id,
    kind: 'refund',
    subject: 'case',
    openedAt: minute(0),
    setBy: 'policy',
    reminded: false,
    missed: false,
    escalation: 0,
    ...(nextStrike && { nextStrike }),
  },
});

describe('nextStrikeAtOf', () => {
  it('is the earliest of all clocks, and none where none strikes', () => {
    const later = deadlineOf('a', { phase: 'reminder', count: 0, at: minute(60) });
    const sooner = deadlineOf('b', { phase: 'due', count: 0, at: minute(50) });
    expect(nextStrikeAtOf({ ...later, ...sooner, ...deadlineOf('c') })).toBe(minute(50));
    expect(nextStrikeAtOf(deadlineOf('c'))).toBeUndefined();
  });
});

describe('ticksDue', () => {
  const reminder: Strike = { phase: 'reminder', count: 0, at: minute(60) };

  it('ticks what has come, at the time at which it does, and nothing that has not', () => {
    const deadlines = { ...deadlineOf('a', reminder), ...deadlineOf('b', { ...reminder, at: minute(62) }) };
    expect(ticksDue(deadlines, minute(61))).toEqual([
      {
        fact: 'tick',
        deadlineId: 'a',
        phase: 'reminder',
        count: 0,
        at: minute(61),
        opening: `refund/case/policy/${minute(0)}`,
      },
    ]);
  });

  it('ticks the due time together with a reminder that comes too late', () => {
    expect(ticksDue(deadlineOf('a', reminder), minute(120)).map(({ phase }) => phase)).toEqual(['reminder', 'due']);
    expect(ticksDue(deadlineOf('a', reminder), minute(119)).map(({ phase }) => phase)).toEqual(['reminder']);
  });

  it('ticks nothing of a clock that has struck to its end', () => {
    expect(ticksDue(deadlineOf('a'), minute(500))).toEqual([]);
  });
});
