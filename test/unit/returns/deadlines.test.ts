import { describe, expect, it } from 'vitest';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import { minute } from '../../memory/script.ts';
import {
  check,
  createNarrator,
  folded,
  only,
  receipt,
  refund,
  returnSentIn,
  saidOfCase,
  stateOf,
  stockIn,
  typesOf,
} from './said.ts';

const hours = (count: number) => count * 60;

function clocksIn({ deadlines }: CaseSnapshot, kind: Deadline['kind']): Deadline[] {
  return Object.values(deadlines).filter((each) => each.kind === kind);
}

function only1(snapshot: CaseSnapshot, kind: Deadline['kind']): Deadline {
  const found = clocksIn(snapshot, kind);
  expect(found).toHaveLength(1);
  return found[0] as Deadline;
}

const tick = (
  deadlineId: string,
  phase: 'reminder' | 'due' | 'escalation',
  count = 0,
  minutes = 5000,
): CaseObservation => saidOfCase(minutes, { fact: 'tick', deadlineId, phase, count });
const platformDue = (minutes: number, due: number | undefined) =>
  saidOfCase(minutes, { fact: 'platform-deadline', kind: 'refund', ...(due !== undefined && { due: minute(due) }) });
const pays = (minutes: number, outcome: 'done' | 'failed' = 'done') => refund(minutes, 'F1', 1000, { outcome });

const opened = returnSentIn('PA01');
const waiting = [opened, stateOf('PA01', receipt(60, 2))];
const stocked = [opened, stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2))];
const qc = (...more: readonly CaseObservation[]) => only1(folded(...waiting, ...more), 'qc-follow-up');
const refundClock = (...more: readonly CaseObservation[]) => only1(folded(...stocked, ...more), 'refund');

describe('the clock of the quality check', () => {
  it('opens at the first receipt, is due after eight hours and reminds four hours before', () => {
    expect(qc()).toMatchObject({
      subject: 'PA01',
      openedAt: minute(60),
      dueAt: minute(60 + hours(8)),
      remindAt: minute(60 + hours(4)),
      setBy: 'policy',
      missed: false,
    });
    expect(folded(...waiting).nextStrikeAt).toBe(minute(60 + hours(4)));
  });

  it('has another id when an earlier receipt turns up', () => {
    expect(only1(folded(opened, stateOf('PA01', receipt(50, 1, 'R0'), receipt(60, 1))), 'qc-follow-up').id).not.toBe(
      qc().id,
    );
  });

  it('is met when the last of the received units is checked', () => {
    const partly = folded(opened, stateOf('PA01', receipt(60, 2), check(70, 1)));
    const whole = folded(opened, stateOf('PA01', receipt(60, 2), check(70, 1), check(90, 1, 'failed', 'I2')));

    expect(only1(partly, 'qc-follow-up').metAt).toBeUndefined();
    expect(only1(whole, 'qc-follow-up')).toMatchObject({ metAt: minute(90), missed: false });
  });

  it('is met late by a check after it was due, which is a miss without any tick', () => {
    const late = folded(opened, stateOf('PA01', receipt(60, 2), check(60 + hours(9), 2)));

    expect(only1(late, 'qc-follow-up')).toMatchObject({ missed: true, metAt: minute(60 + hours(9)) });
    expect(late.attention).not.toContain('deadline-missed');
  });

  it('is missed when the due tick finds it open', () => {
    const { id } = qc();
    const snapshot = folded(...waiting, tick(id, 'due'));

    expect(only1(snapshot, 'qc-follow-up').missed).toBe(true);
    expect(snapshot.attention).toEqual(['deadline-missed']);
    expect(snapshot.nextStrikeAt).toBe(minute(5000 + hours(2)));
  });

  it('counts escalations, the highest of them', () => {
    const { id } = qc();

    expect(qc(tick(id, 'escalation', 2), tick(id, 'escalation', 1)).escalation).toBe(2);
  });

  it('hears no tick of another clock', () => {
    expect(qc(tick('qc-follow-up-other', 'due'), tick('qc-follow-up-other', 'escalation', 3))).toMatchObject({
      missed: false,
      escalation: 0,
    });
  });

  it('takes a breach back when a late fact shows that it was met in time', () => {
    const { id } = qc();
    const inTime = folded(
      opened,
      stateOf('PA01', receipt(60, 2), check(70, 2)),
      tick(id, 'due'),
      tick(id, 'escalation', 1),
    );

    expect(only1(inTime, 'qc-follow-up')).toMatchObject({ missed: false, escalation: 0, metAt: minute(70) });
  });

  it('does not run on a number that was replaced', () => {
    const replaced = saidOfCase(100, {
      fact: 'tracking',
      origin: 'store',
      numbers: [{ number: 'PA02' }],
      replaces: ['PA01'],
    });

    expect(clocksIn(folded(...waiting, replaced), 'qc-follow-up')).toEqual([]);
  });

  it('is stopped by an end of the case before it was due, not by one after', () => {
    const closedAt = (minutes: number) =>
      clocksIn(folded(...waiting, saidOfCase(minutes, { fact: 'closed' })), 'qc-follow-up');
    const withdrawnAt = (minutes: number) =>
      clocksIn(
        folded(...waiting, saidOfCase(minutes, { fact: 'decided', decision: 'withdrawn', by: 'buyer' })),
        'qc-follow-up',
      );

    expect([closedAt(200), withdrawnAt(200)]).toEqual([[], []]);
    expect(closedAt(60 + hours(9))).toHaveLength(1);
    expect(withdrawnAt(60 + hours(9))).toHaveLength(1);
  });
});

describe('the clock of the refund', () => {
  it('opens at the stock-in and is due after a day', () => {
    expect(refundClock()).toMatchObject({ openedAt: minute(80), dueAt: minute(80 + hours(24)), setBy: 'policy' });
  });

  it('takes the platform’s deadline only where that is earlier', () => {
    expect(refundClock(platformDue(90, 500))).toMatchObject({ dueAt: minute(500), setBy: 'platform' });
    expect(refundClock(platformDue(90, 5000))).toMatchObject({ dueAt: minute(80 + hours(24)), setBy: 'policy' });
  });

  it('follows the platform when it moves its deadline earlier, later and away', () => {
    expect(refundClock(platformDue(90, 900), platformDue(100, 500)).dueAt).toBe(minute(500));
    expect(refundClock(platformDue(90, 500), platformDue(100, 900)).dueAt).toBe(minute(900));
    expect(refundClock(platformDue(90, 500), platformDue(100, undefined)).setBy).toBe('policy');
  });

  it('runs by the platform alone before anything is stocked in', () => {
    expect(only1(folded(opened, platformDue(90, 500)), 'refund')).toMatchObject({
      openedAt: minute(90),
      dueAt: minute(500),
      setBy: 'platform',
    });
  });

  it('is met by a refund of the goods that went through, not by one that failed', () => {
    expect(refundClock(pays(200)).metAt).toBe(minute(200));
    expect(refundClock(pays(200, 'failed')).metAt).toBeUndefined();
  });

  it('is missed by a refund after it was due', () => {
    expect(refundClock(pays(80 + hours(25))).missed).toBe(true);
  });

  it('does not run for an exchange', () => {
    const exchange = saidOfCase(1, { fact: 'details', details: { kind: 'exchange' } });

    const snapshot = folded(...stocked, exchange);

    expect(clocksIn(snapshot, 'refund')).toEqual([]);
    expect(clocksIn(snapshot, 'qc-follow-up')).toHaveLength(1);
  });
});

describe('deadlineTellings', () => {
  it('tells opened, reminder, miss, escalation, met late, in that order of facts', () => {
    const { id } = qc();
    const { hear } = createNarrator();
    const ticks = [tick(id, 'reminder', 0, 300), tick(id, 'due'), tick(id, 'escalation', 1)] as const;
    const late = stateOf('PA01', receipt(60, 2), check(6000, 2));

    expect(only(hear(...waiting), 'Deadline Opened')).toMatchObject({
      deadlineId: id,
      escalateEverySeconds: 7200,
      escalations: 3,
    });
    expect(typesOf(hear(...waiting, ticks[0]), 'Deadline')).toEqual(['Deadline Approaching']);
    expect(only(hear(...waiting, ...ticks.slice(0, 2)), 'Deadline Missed')).toMatchObject({
      deadlineId: id,
      escalation: 0,
    });
    expect(only(hear(...waiting, ...ticks), 'Deadline Missed')).toMatchObject({ escalation: 1 });
    expect(typesOf(hear(opened, late, ...ticks), 'Deadline')).toEqual(['Deadline Met']);
    expect(hear(opened, late, ...ticks)).toEqual([]);
  });

  it('tells no reminder of a clock that was met before', () => {
    const met = stateOf('PA01', receipt(60, 2), check(70, 2));

    const changes = createNarrator().hear(opened, met, tick(qc().id, 'reminder', 0, 300));

    expect(typesOf(changes, 'Deadline Approaching')).toEqual([]);
    expect(typesOf(changes, 'Deadline Met')).not.toEqual([]);
  });

  it('withdraws a breach and names when it was met', () => {
    const { id } = qc();
    const { hear } = createNarrator();
    hear(...waiting, tick(id, 'due'));
    const changes = hear(opened, stateOf('PA01', receipt(60, 2), check(70, 2)), tick(id, 'due'));

    expect(typesOf(changes, 'Deadline')).toEqual(['Deadline Met', 'Deadline Breach Withdrawn']);
    expect(only(changes, 'Deadline Breach Withdrawn')).toMatchObject({ deadlineId: id, metAt: minute(70) });
  });

  it('tells a platform’s moves, each naming the clock that it replaces', () => {
    const { hear } = createNarrator();
    const [first, earlier, later] = [platformDue(90, 500), platformDue(100, 400), platformDue(110, 600)];
    const start = only(hear(opened, first), 'Deadline Opened').deadlineId;
    const second = only(hear(opened, first, earlier), 'Deadline Moved');
    const third = only(hear(opened, first, earlier, later), 'Deadline Moved');

    expect([second.replaces, third.replaces]).toEqual([start, second.deadlineId]);
    expect([second.dueAt, third.dueAt]).toEqual([minute(400), minute(600)]);
  });

  it('cancels a clock that has nothing more to wait for, and opens it anew', () => {
    const { hear } = createNarrator();
    const [stated, taken] = [platformDue(90, 500), platformDue(100, undefined)];
    hear(opened, stated);

    expect(typesOf(hear(opened, stated, taken), 'Deadline')).toEqual(['Deadline Cancelled']);
    expect(typesOf(hear(opened, stated, taken, platformDue(110, 500)), 'Deadline')).toEqual(['Deadline Opened']);
  });
});
