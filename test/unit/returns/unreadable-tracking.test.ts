import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { folded, saidOfCase } from './said.ts';

const opened = saidOfCase(0, { fact: 'requested' }, { fact: 'decided', decision: 'approved', by: 'merchant' });
const unreadable = (minutes: number) => saidOfCase(minutes, { fact: 'tracking-unreadable' });
const tracking = (minutes: number, ...numbers: readonly string[]) =>
  saidOfCase(minutes, {
    fact: 'tracking',
    numbers: numbers.map((number) => ({ number })),
    whole: true,
    origin: 'store',
  });
const elsewhere = (observation: CaseObservation): CaseObservation => ({ ...observation, from: 'test/help-desk' });

describe('a tracking number that cannot be read', () => {
  it('calls a person, and takes no number away', () => {
    const snapshot = folded(opened, tracking(10, 'PA01'), unreadable(20));

    expect(snapshot.notes).toEqual([{ code: 'tracking-unreadable', detail: 'test/shop-a' }]);
    expect(snapshot.attention).toEqual(['tracking-unreadable']);
    expect(snapshot.parcels).toMatchObject([{ number: 'PA01', stands: true }]);
  });

  it.each([
    ['names one that can be read', [unreadable(10), tracking(20, 'PA01')]],
    ['names none any more', [unreadable(10), tracking(20)]],
    ['withdraws the case', [unreadable(10), saidOfCase(20, { fact: 'closed' })]],
  ])('calls nobody once the sender %s', (_, said) => {
    expect(folded(opened, ...said).attention).toEqual([]);
  });

  it('still calls a person when another sender names a number', () => {
    expect(folded(opened, unreadable(10), elsewhere(tracking(20, 'PA01'))).attention).toEqual(['tracking-unreadable']);
  });
});
