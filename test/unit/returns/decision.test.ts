import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { Decision } from '#shared/returns/decision/facts.ts';
import { minute } from '../../memory/script.ts';
import { closed, createNarrator, folded, notesOf, only, saidOfCase, typesOf } from './said.ts';

const decided = (minutes: number, decision: Decision, version?: number) =>
  saidOfCase(minutes, { fact: 'decided', decision, by: 'merchant', ...(version !== undefined && { version }) });

const decisionAfter = (...all: readonly Parameters<typeof decided>[]) =>
  folded(...all.map((each) => decided(...each))).decision.value;

const declinedAndOpen = [{ fact: 'decided', decision: 'declined', by: 'merchant' }, { fact: 'reopened' }] as const;

describe('decisionOf', () => {
  it('is new while nobody decided', () => {
    expect(folded(saidOfCase(0, { fact: 'requested' })).decision).toEqual({ value: 'new' });
  });

  it('takes the higher version of one sender, whatever its time', () => {
    expect(decisionAfter([60, 'approved', 1], [10, 'withdrawn', 2])).toBe('withdrawn');
  });

  it('takes the later time where there is no version', () => {
    expect(decisionAfter([60, 'approved'], [10, 'withdrawn'])).toBe('approved');
  });

  it('takes the one that weighs more at the same version and time', () => {
    expect(decisionAfter([10, 'withdrawn', 1], [10, 'approved', 1])).toBe('withdrawn');
    expect(decisionAfter([10, 'declined'], [10, 'approved'])).toBe('declined');
  });

  it('keeps the time at which it was first so when the word is repeated', () => {
    expect(folded(decided(10, 'withdrawn'), decided(60, 'withdrawn')).decision.at).toBe(minute(10));
  });

  it('starts its time anew after another decision', () => {
    const all = [decided(10, 'approved'), decided(20, 'declined'), decided(60, 'approved')];

    expect(folded(...all).decision).toMatchObject({ value: 'approved', at: minute(60) });
  });
});

describe('an end that a store takes back', () => {
  const reopened = (minutes: number, version?: number) =>
    saidOfCase(minutes, { fact: 'reopened', ...(version !== undefined && { version }) });
  const by = (from: string, observation: CaseObservation) => ({ ...observation, from });

  it.each(['declined', 'withdrawn', 'expired'] as const)('leaves a case that was %s undecided', (decision) => {
    expect(folded(decided(10, 'approved'), decided(20, decision), reopened(30), reopened(40)).decision).toEqual({
      value: 'new',
      at: minute(30),
    });
  });

  it.each<[string, readonly CaseObservation[], Decision]>([
    ['an approval', [decided(20, 'approved'), reopened(30)], 'approved'],
    ['a word that is older', [decided(20, 'declined'), reopened(10)], 'declined'],
    ['a word of the same message', [saidOfCase(20, ...declinedAndOpen)], 'declined'],
    ['a word of a lower version', [decided(20, 'declined', 2), reopened(30, 1)], 'declined'],
    ['another sender’s word', [decided(20, 'declined'), by('test/other', reopened(30))], 'declined'],
    ['a later decision', [decided(20, 'declined'), reopened(30), decided(40, 'withdrawn')], 'withdrawn'],
    ['the approval of one that was closed', [decided(20, 'approved'), closed(25), reopened(30)], 'approved'],
  ])('stands against %s', (_what, observations, expected) => {
    expect(folded(...observations).decision.value).toBe(expected);
    expect(folded(...observations.toReversed()).decision.value).toBe(expected);
  });

  it('is told, and so is the same end when it comes again', () => {
    const { hear } = createNarrator();
    const said = [saidOfCase(0, { fact: 'requested' }), decided(20, 'declined')];
    hear(...said);

    expect(only(hear(...said, reopened(30)), 'Case Undecided')).toEqual({ since: minute(30) });
    expect(hear(...said, reopened(30), reopened(35))).toEqual([]);
    expect(typesOf(hear(...said, reopened(30), decided(40, 'declined')), 'Case')).toEqual(['Case Decided']);
  });

  it('is told of no case that was not told to have ended', () => {
    expect(typesOf(createNarrator().hear(decided(20, 'declined'), reopened(30)), 'Case')).toEqual([]);
  });

  it('starts the clocks of the case again', () => {
    const due = saidOfCase(5, { fact: 'platform-deadline', kind: 'refund', due: minute(500) });
    const ended = [saidOfCase(0, { fact: 'requested' }), due, decided(20, 'declined')];

    const refunds = (...more: readonly CaseObservation[]) =>
      Object.values(folded(...ended, ...more).deadlines).filter(({ kind }) => kind === 'refund');

    expect(refunds()).toEqual([]);
    expect(refunds(reopened(30))).toMatchObject([{ dueAt: minute(500) }]);
  });
});

describe('mergeDetails', () => {
  it('takes each field from the latest word of it and leaves the others', () => {
    const early = saidOfCase(0, { fact: 'details', details: { orderId: 'O1', kind: 'return' } });
    const late = saidOfCase(10, { fact: 'details', details: { kind: 'exchange' } });

    expect(folded(late, early).details).toEqual({ orderId: 'O1', kind: 'exchange' });
  });
});

describe('closingsOf', () => {
  it('names each closing once and tells whether the case is closed now', () => {
    const all = [
      saidOfCase(10, { fact: 'closed' }),
      saidOfCase(10, { fact: 'closed' }),
      saidOfCase(20, { fact: 'reopened' }),
    ];

    expect(folded(...all)).toMatchObject({ closings: [minute(10)], reopenedAt: minute(20) });
    expect(folded(...all).closedAt).toBeUndefined();
    expect(folded(...all, saidOfCase(30, { fact: 'closed' }))).toMatchObject({
      closings: [minute(10), minute(30)],
      closedAt: minute(30),
    });
  });

  it('takes a closing that the store repeats, with whatever time, for one, until it opens the case again', () => {
    const repeated = [closed(10), closed(20), closed(30)];

    expect(folded(...repeated)).toMatchObject({ closings: [minute(10)], closedAt: minute(10) });
    expect(folded(...repeated, saidOfCase(25, { fact: 'reopened' }))).toMatchObject({
      closings: [minute(10), minute(30)],
      closedAt: minute(30),
    });
  });

  it('is told once for each closing, though the store repeats it and an earlier word of it turns up', () => {
    const { hear } = createNarrator();
    const first = hear(closed(20));

    expect(only(first, 'Case Closed')).toEqual({ closedAt: minute(20) });
    expect(typesOf(hear(closed(20), closed(30), closed(10)), 'Case')).toEqual([]);
    const all = [closed(20), closed(30), closed(10), saidOfCase(40, { fact: 'reopened' }), closed(50)];
    expect(typesOf(hear(...all), 'Case')).toEqual(['Case Closed']);
  });

  it('names a closing by the sender’s own time, so that an earlier receipt does not make a second one of it', () => {
    const closed = saidOfCase(10, { fact: 'closed' });
    const ahead = { ...closed, receivedAt: minute(9) };

    expect(folded(ahead)).toMatchObject({ closings: [minute(10)], closedAt: minute(9) });
  });
});

describe('statementsOf', () => {
  it('clamps a time after our first receipt, and flags it above five minutes', () => {
    const opened = saidOfCase(10, { fact: 'requested' });

    expect(folded({ ...opened, receivedAt: minute(6) })).toMatchObject({ openedAt: minute(6), attention: [] });
    expect(folded({ ...opened, receivedAt: minute(4) })).toMatchObject({
      openedAt: minute(4),
      attention: ['time-in-future'],
    });
  });

  it('leaves out and notes a fact of an unknown form', () => {
    const observation = saidOfCase(10, { fact: 'closed' }, { fact: 'nonsense' } as never);

    expect(folded(observation)).toMatchObject({ closedAt: minute(10), attention: ['fact-not-understood'] });
  });

  it.each([
    ['less than nothing', -1],
    ['a fraction', 0.5],
    ['more than a number can hold', 2 ** 53],
    ['a text', '1'],
  ])('leaves out a quantity that is %s', (_what, quantity) => {
    const receipt = { fact: 'received', receiptId: 'R1', warehouseId: 'east', lines: [{ sku: 'S1', quantity }] };

    expect(folded(saidOfCase(10, receipt as never))).toMatchObject({ goods: [], attention: ['fact-not-understood'] });
  });
});

/* B12: a parcel was seen when it came, of a request that nobody had answered. */
describe('goods on their way of which nobody decided', () => {
  const requested = saidOfCase(0, { fact: 'requested' });
  const sent = saidOfCase(5, { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA01' }] });

  it('B12: call a person until somebody decides, or closes the case', () => {
    expect(notesOf(requested, sent)).toEqual(['not-decided-goods-on-the-way PA01']);
    expect(notesOf(requested, sent, decided(10, 'approved'))).toEqual([]);
    expect(notesOf(requested, sent, decided(10, 'declined'))).toEqual([]);
    expect(notesOf(requested, sent, closed(10))).toEqual([]);
    expect(notesOf(requested)).toEqual([]);
  });
});
