import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { minute } from '../../memory/script.ts';
import {
  caseKey,
  check,
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
  stockIn,
} from './said.ts';

const opened = returnSentIn('PA01');
const arrival: GoodsFact = { fact: 'received', receiptId: 'A1', warehouseId: 'east', at: minute(50) };
const emptyCheck: GoodsFact = { ...check(60, 0), lines: [] } as GoodsFact;
/** As a warehouse reports a parcel in which nothing was found. */
const emptyParcel: readonly GoodsFact[] = [receipt(60, 0), emptyCheck];
const partly = (fact: GoodsFact): GoodsFact => ({ ...fact, partial: true });
const byCase = (minutes: number, ...facts: readonly GoodsFact[]): CaseObservation => ({
  ...saidOfCase(minutes),
  facts,
});

function standOf(...observations: readonly CaseObservation[]) {
  const { goods, quality, notes, deadlines } = folded(...observations);
  const qc = Object.values(deadlines).find(({ kind }) => kind === 'qc-follow-up');
  const refund = Object.values(deadlines).find(({ kind }) => kind === 'refund');
  return {
    short: goods.find(({ sku }) => sku === 'S1')?.short,
    quality,
    notes: notes.map(({ code, detail }) => `${code} ${detail}`),
    checkedAt: qc?.metAt,
    refundFrom: refund?.openedAt,
  };
}

describe('an empty parcel', () => {
  it('is short of all that is expected, has failed its check, and calls a person', () => {
    const state = stateOf('PA01', ...emptyParcel);

    expect(standOf(opened, state)).toMatchObject({
      short: 2,
      quality: 'failed',
      notes: ['contact-buyer failed', 'goods-short S1'],
      checkedAt: minute(60),
      refundFrom: undefined,
    });
    expect(only(createNarrator().hear(opened, state), 'Case Needs Attention').reasons).toEqual([
      'contact-buyer',
      'goods-short',
    ]);
    expect(folded(opened, state).headline).toBe('checked');
  });

  it.each<[string, readonly GoodsFact[], readonly string[]]>([
    ['counted by a check without a line', [arrival, emptyCheck], ['contact-buyer failed', 'goods-short S1']],
    ['counted by a line of none', [receipt(60, 0)], ['goods-short S1']],
  ])('is short of all when it was %s', (_what, facts, notes) => {
    expect(standOf(opened, stateOf('PA01', ...facts))).toMatchObject({ short: 2, notes });
  });

  it('is not short while it only arrived', () => {
    expect(standOf(opened, stateOf('PA01', arrival))).toMatchObject({ short: 0, quality: 'waiting', notes: [] });
  });

  it('is short of the expected goods when it holds others', () => {
    const others = [receipt(60, 0), check(60, 0), stockIn(60, 0)].map((fact) => ({
      ...fact,
      lines: (fact.lines ?? []).map((line) => ({ ...line, sku: 'S9', quantity: 1 })),
    })) as GoodsFact[];

    expect(standOf(opened, stateOf('PA01', ...others))).toMatchObject({
      short: 2,
      notes: ['goods-short S1', 'goods-unexpected S9'],
      refundFrom: minute(60),
    });
  });
});

describe('isAllCounted', () => {
  const two = returnSentIn('PA01', 'PA02');

  it('waits until every parcel was counted', () => {
    const first = stateOf('PA01', receipt(60, 1));

    expect(standOf(two, first).short).toBe(0);
    expect(standOf(two, first, stateOf('PA02', arrival)).short).toBe(0);
    expect(standOf(two, first, stateOf('PA02', receipt(70, 0)))).toMatchObject({ short: 1 });
  });

  it('takes a count by case for parcels that had come by then', () => {
    const states = [stateOf('PA01', arrival), stateOf('PA02', arrival)];

    expect(standOf(two, ...states, byCase(60, check(60, 1))).short).toBe(1);
    expect(standOf(two, ...states, byCase(60, check(40, 1))).short).toBe(0);
  });

  it('takes a count by case where nobody named a parcel', () => {
    expect(standOf(returnSentIn(), byCase(60, ...emptyParcel))).toMatchObject({ short: 2, quality: 'failed' });
    expect(standOf(returnSentIn(), byCase(50, arrival))).toMatchObject({ short: 0, quality: 'waiting' });
  });

  it('waits while nobody says whose the goods of a shared parcel are', () => {
    const links = [linkOf(caseKey, 2), linkOf('test:a:C2', 2)];
    const state = parcelStateOf('PA01', [receipt(60, 3), check(60, 3)], links);

    expect(standOf(opened, state)).toMatchObject({
      short: 0,
      quality: 'waiting',
      notes: ['goods-awaiting-allotment PA01', 'number-on-several-cases PA01'],
    });
  });

  it('tells the one of two cases whose goods are missing', () => {
    const links = [linkOf(caseKey, 2), { ...linkOf('test:a:C2', 1), lines: lines(1, 'S2') }];
    const other: GoodsFact = { ...check(60, 1), lines: [{ sku: 'S2', quantity: 1, result: 'passed' }] } as GoodsFact;

    expect(standOf(opened, parcelStateOf('PA01', [other], links))).toMatchObject({ short: 2, quality: 'failed' });
  });
});

describe('a report after which more is to follow', () => {
  it('counts its units, and ends nothing', () => {
    const state = stateOf('PA01', ...[receipt(60, 1), check(60, 1), stockIn(60, 1)].map(partly));

    expect(folded(opened, state).goods[0]).toMatchObject({ received: 1, inspected: { passed: 1 }, short: 0 });
    expect(standOf(opened, state)).toEqual({
      short: 0,
      quality: 'in-check',
      notes: [],
      checkedAt: undefined,
      refundFrom: undefined,
    });
  });

  it('leaves the check under way even where it names nothing', () => {
    expect(standOf(opened, stateOf('PA01', ...emptyParcel.map(partly)))).toMatchObject({
      short: 0,
      quality: 'in-check',
      checkedAt: undefined,
    });
  });

  it('is ended by the last one', () => {
    const parts = [receipt(60, 1), check(60, 1), stockIn(60, 1)].map(partly);
    const last = [receipt(90, 1, 'R2'), check(90, 1, 'passed', 'I2'), { ...stockIn(90, 1), stockInId: 'K2' }];

    expect(standOf(opened, stateOf('PA01', ...parts, ...last))).toEqual({
      short: 0,
      quality: 'passed',
      notes: [],
      checkedAt: minute(90),
      refundFrom: minute(90),
    });
  });

  it('is short after the last one where less came', () => {
    const facts = [partly(receipt(60, 1)), partly(check(60, 1)), { ...emptyCheck, inspectionId: 'I2' } as GoodsFact];

    expect(standOf(opened, stateOf('PA01', ...facts))).toMatchObject({ short: 1, quality: 'passed' });
  });

  it('is the last one once the warehouse says the same without more to follow', () => {
    const facts = [partly(check(60, 2)), check(60, 2)];

    expect(standOf(opened, stateOf('PA01', ...facts))).toMatchObject({ quality: 'passed', checkedAt: minute(60) });
  });

  it('starts the clock of the refund when all that is expected is in stock', () => {
    const first = partly(stockIn(60, 1));
    const second = partly({ ...stockIn(90, 1), stockInId: 'K2' } as GoodsFact);
    const third = partly({ ...stockIn(99, 1), stockInId: 'K3' } as GoodsFact);

    expect(standOf(opened, stateOf('PA01', first)).refundFrom).toBeUndefined();
    expect(standOf(opened, stateOf('PA01', first, second, third)).refundFrom).toBe(minute(90));
  });

  it('leaves the check under way while one of two parcels is', () => {
    const two = returnSentIn('PA01', 'PA02');
    const states = [stateOf('PA01', check(60, 1)), stateOf('PA02', partly(check(70, 1)))];

    expect(folded(two, ...states).quality).toBe('in-check');
  });
});
