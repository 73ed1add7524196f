import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import { minute } from '../../memory/script.ts';
import {
  caseKey,
  createNarrator,
  folded,
  lines,
  linkOf,
  only,
  parcelStateOf,
  receipt,
  returnSentIn,
  saidOfCase,
  stateOf,
  typesOf,
} from './said.ts';

const toErp = saidOfCase(1, { fact: 'details', details: { warehouseId: 'erp' } });
const opened = [returnSentIn('PA01'), toErp];
const expects = (minutes: number, fields: Partial<Extract<ParcelFact, { fact: 'expected' }>> = {}): ParcelFact => ({
  fact: 'expected',
  at: minute(minutes),
  warehouseId: 'erp',
  ...fields,
});
const receivedIn = (warehouseId: string, minutes: number): ParcelFact => ({ ...receipt(minutes, 2), warehouseId });
const codesIn = (...observations: readonly CaseObservation[]) => folded(...observations).attention;
const clocksIn = (...observations: readonly CaseObservation[]): Deadline[] =>
  Object.values(folded(...observations).deadlines).filter(({ kind }) => kind === 'warehouse-acknowledges');

describe('acknowledgeClocks', () => {
  it('runs an hour from the number of an approved case, where somebody else announces', () => {
    expect(clocksIn(...opened)).toMatchObject([
      { subject: 'PA01', openedAt: minute(0), remindAt: minute(30), dueAt: minute(60), setBy: 'policy' },
    ]);
  });

  it('runs from the approval where that came later than the number', () => {
    const early = saidOfCase(5, { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA02' }] });
    const declined = saidOfCase(6, { fact: 'decided', decision: 'declined', by: 'merchant' });
    const approved = saidOfCase(40, { fact: 'decided', decision: 'approved', by: 'merchant' });

    expect(clocksIn(returnSentIn(), toErp, early, declined, approved)).toMatchObject([{ openedAt: minute(40) }]);
  });

  it('runs from when we heard of the number, where a store tells it late', () => {
    const late = { ...saidOfCase(5, { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA02' }] }) };

    expect(clocksIn(returnSentIn(), toErp, { ...late, receivedAt: minute(200) })).toMatchObject([
      { openedAt: minute(200), dueAt: minute(260) },
    ]);
  });

  it.each<[string, readonly CaseObservation[]]>([
    ['a warehouse that Backhaul tells', [returnSentIn('PA01')]],
    ['a case that is not approved', [...opened, saidOfCase(5, { fact: 'decided', decision: 'declined', by: 'buyer' })]],
    ['a case without lines', [...opened, saidOfCase(5, { fact: 'details', details: { lines: [] } })]],
    [
      'a number that was replaced',
      [...opened, saidOfCase(5, { fact: 'tracking', origin: 'store', numbers: [], replaces: ['PA01'] })],
    ],
  ])('does not run for %s', (_what, observations) => {
    expect(clocksIn(...observations)).toEqual([]);
  });

  it('is met when the warehouse says that it expects the parcel, or when goods come', () => {
    expect(clocksIn(...opened, stateOf('PA01', expects(20)))[0]).toMatchObject({ metAt: minute(20), missed: false });
    expect(clocksIn(...opened, stateOf('PA01', receivedIn('erp', 90)))[0]).toMatchObject({
      metAt: minute(90),
      missed: true,
    });
    expect(clocksIn(...opened, stateOf('PA01', expects(20, { warehouseId: 'east' })))[0]?.metAt).toBeUndefined();
  });

  it('reminds and tells of a miss, which is the chase', () => {
    const { hear } = createNarrator();
    const { deadlineId } = only(hear(...opened), 'Deadline Opened');
    const tick = (minutes: number, phase: 'reminder' | 'due') =>
      saidOfCase(minutes, { fact: 'tick', deadlineId, phase, count: 0 });

    expect(only(hear(...opened, tick(30, 'reminder')), 'Deadline Approaching').kind).toBe('warehouse-acknowledges');
    expect(typesOf(hear(...opened, tick(30, 'reminder'), tick(60, 'due')), 'Deadline')).toEqual(['Deadline Missed']);
  });
});

describe('announcementNotes', () => {
  it('announces nothing itself', () => {
    expect(typesOf(createNarrator().hear(...opened), 'Return Tracking')).toEqual([]);
  });

  it.each<[string, readonly ParcelFact[]]>([
    ['without lines', [expects(20)]],
    ['with the lines of the case', [expects(20, { lines: lines(2) })]],
    ['with the lines of the case in two rows', [expects(20, { lines: [...lines(1), ...lines(1)] })]],
    ['elsewhere first, and at last where it should', [expects(20, { warehouseId: 'east' }), expects(30)]],
    ['with wrong lines that were put right', [expects(20, { lines: lines(3) }), expects(30, { lines: lines(2) })]],
  ])('has nothing to say of a parcel that is expected %s', (_what, facts) => {
    expect(codesIn(...opened, stateOf('PA01', ...facts))).toEqual([]);
  });

  it.each<[string, readonly ParcelFact[]]>([
    ['too few', [expects(20, { lines: lines(1) })]],
    ['too many', [expects(20, { lines: lines(3) })]],
    ['other goods', [expects(20, { lines: lines(2, 'S9') })]],
    ['the parcel at another warehouse', [expects(20, { warehouseId: 'east' })]],
  ])('shows a warehouse that expects %s', (_what, facts) => {
    expect(folded(...opened, stateOf('PA01', ...facts)).notes).toEqual([
      { code: 'announcement-differs', detail: 'PA01' },
    ]);
  });

  const both = [returnSentIn('PA01', 'PA02'), toErp];
  const inEach = (first: number | undefined, second: number | undefined) => [
    ...(first === undefined ? [] : [stateOf('PA01', expects(20, { lines: lines(first) }))]),
    ...(second === undefined ? [] : [stateOf('PA02', expects(20, { lines: lines(second) }))]),
  ];

  it.each([
    ['a part in the one parcel while nothing is said of the other', undefined, 1],
    ['all in the one parcel while nothing is said of the other', 2, undefined],
    ['a part in each', 1, 1],
    ['all in the one and nothing in the other', 0, 2],
  ])('has nothing to say of a warehouse that expects %s', (_what, first, second) => {
    expect(codesIn(...both, ...inEach(first, second))).toEqual([]);
  });

  it.each([
    ['more than all in one of two parcels', undefined, 3],
    ['all of it twice', 2, 2],
    ['less than all in both together', 1, 0],
  ])('shows a warehouse that expects %s', (_what, first, second) => {
    expect(codesIn(...both, ...inEach(first, second))).toEqual(['announcement-differs']);
  });

  it('adds up the orders that a warehouse has for one parcel, each by what was last said of it', () => {
    const one = expects(20, { orderCode: 'W1', lines: lines(2) });
    const corrected = expects(22, { orderCode: 'W1', lines: lines(1) });
    const other = expects(21, { orderCode: 'W2', lines: lines(1) });

    expect(codesIn(...opened, stateOf('PA01', one, corrected, other))).toEqual([]);
    expect(codesIn(...opened, stateOf('PA01', one, other))).toEqual(['announcement-differs']);
  });

  describe('of a parcel that other cases name, too', () => {
    const shared = (...facts: readonly ParcelFact[]) =>
      parcelStateOf('PA01', facts, [linkOf(caseKey, 2), linkOf('test:a:C2', 1)]);

    it('compares the SKUs only', () => {
      expect(codesIn(...opened, shared(expects(20, { lines: [...lines(5), ...lines(1, 'S9')] })))).toEqual([
        'number-on-several-cases',
      ]);
    });

    it('misses a SKU that is not expected in it', () => {
      expect(codesIn(...opened, shared(expects(20, { lines: lines(1, 'S9') })))).toEqual([
        'announcement-differs',
        'number-on-several-cases',
      ]);
    });
  });

  it('ends with the case: neither what differs nor what came unannounced is shown once it is closed', () => {
    const closed = saidOfCase(90, { fact: 'closed' });
    const wrong = stateOf('PA01', expects(40, { lines: lines(1) }), receivedIn('erp', 30));

    expect(codesIn(...opened, wrong)).toEqual(['announcement-differs', 'not-announced']);
    expect(codesIn(...opened, wrong, closed)).toEqual([]);
  });

  it('shows goods that came before anybody announced them', () => {
    expect(codesIn(...opened, stateOf('PA01', receivedIn('erp', 30)))).toEqual(['not-announced']);
    expect(codesIn(...opened, stateOf('PA01', receivedIn('erp', 30), expects(40)))).toEqual(['not-announced']);
    expect(codesIn(...opened, stateOf('PA01', receivedIn('erp', 30), expects(20)))).toEqual([]);
  });

  it('says nothing of all this where Backhaul announces', () => {
    const facts = [expects(20, { warehouseId: 'east', lines: lines(9) }), receipt(10, 2)];

    expect(codesIn(returnSentIn('PA01'), stateOf('PA01', ...facts))).toEqual([]);
  });
});

describe('expectedOf', () => {
  it('keeps of each order when a warehouse first said so, and what it last said is in it', () => {
    const state = stateOf(
      'PA01',
      expects(20, { orderCode: 'W1', lines: lines(3) }),
      expects(30, { orderCode: 'W2', lines: lines(2) }),
      expects(35, { orderCode: 'W1', lines: lines(1) }),
      expects(36, { orderCode: 'W2' }),
      expects(25, { warehouseId: 'east' }),
    );

    expect(folded(...opened, state).parcels[0]?.state?.expected).toEqual([
      { warehouseId: 'erp', at: minute(20), orderCode: 'W1', lines: lines(1) },
      { warehouseId: 'east', at: minute(25) },
      { warehouseId: 'erp', at: minute(30), orderCode: 'W2', lines: lines(2) },
    ]);
  });
});
