import { describe, expect, it } from 'vitest';
import type { NumberedAct } from '#shared/returns/acts/acts.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
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
      notes: ['contact-buyer missing', 'goods-short S1'],
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
    ['counted by a check without a line', [arrival, emptyCheck], ['contact-buyer missing', 'goods-short S1']],
    ['counted by a line of none', [receipt(60, 0)], ['goods-short S1']],
  ])('is short of all when it was %s', (_what, facts, notes) => {
    expect(standOf(opened, stateOf('PA01', ...facts))).toMatchObject({ short: 2, notes });
  });

  it('is not short while it only arrived', () => {
    expect(standOf(opened, stateOf('PA01', arrival))).toMatchObject({ short: 0, quality: 'waiting', notes: [] });
  });

  /* Two others came and passed their check, and the refund of everything was due. */
  it('is short of the expected goods when it holds others, and the buyer is asked before any refund', () => {
    const others = [receipt(60, 0), check(60, 0), stockIn(60, 0)].map((fact) => ({
      ...fact,
      lines: (fact.lines ?? []).map((line) => ({ ...line, sku: 'S9', quantity: 1 })),
    })) as GoodsFact[];

    expect(standOf(opened, stateOf('PA01', ...others))).toMatchObject({
      short: 2,
      notes: ['contact-buyer missing', 'goods-short S1', 'goods-unexpected S9'],
      refundFrom: undefined,
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

  it('takes a count by case for that of the only parcel, but for one that came later', () => {
    expect(standOf(opened, byCase(60, check(60, 1)))).toMatchObject({
      short: 1,
      notes: ['contact-buyer missing', 'goods-short S1'],
    });
    expect(standOf(opened, stateOf('PA01', arrival), byCase(60, check(40, 1))).short).toBe(0);
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

/*
 * What came for another case in a parcel that both name was a check of this one's goods, which failed as nothing of it was found, and opened its refund's clock; and goods of which nobody had said whose
 * they are were paid to both.
 */
describe('a parcel that cases share', () => {
  const links = [linkOf(caseKey, 2), { ...linkOf('test:a:C2', 1), lines: lines(1, 'S2') }];
  const booked = (start: number, quantity: number, sku = 'S1') =>
    [receipt(start, quantity), check(start + 1, quantity), stockIn(start + 2, quantity)].map((fact) => ({
      ...fact,
      lines: (fact.lines ?? []).map((line) => ({ ...line, sku })),
    })) as GoodsFact[];
  const othersCame = parcelStateOf('PA01', booked(10, 1, 'S2'), links);
  const both = returnSentIn('PA01', 'PA02');
  const clock = (...observations: readonly CaseObservation[]) => {
    const rules = { ...testRules, waitForParcelsMinutes: 2 * 24 * 60 };
    const { deadlines } = foldCase(caseKey, observations, [], rules);
    return Object.values(deadlines).find(({ kind }) => kind === 'refund')?.openedAt;
  };

  it('is no check of a case of which nothing was in it while its goods travel', () => {
    expect(standOf(both, othersCame)).toMatchObject({
      quality: 'waiting',
      notes: ['number-on-several-cases PA01'],
      refundFrom: undefined,
    });
    expect(folded(both, othersCame).headline).toBe('partly-received');
  });

  it('leaves the clock of the refund to the case’s own goods', () => {
    const own = parcelStateOf('PA02', booked(9000, 2), links);

    expect(clock(both, othersCame)).toBeUndefined();
    expect(clock(both, othersCame, own)).toBe(minute(9002));
  });

  it('opens no clock while nobody has said whose the goods are, and calls a person', () => {
    const four: GoodsFact[] = [
      receipt(60, 4),
      {
        ...check(61, 2),
        lines: [
          { sku: 'S1', quantity: 2, result: 'passed' },
          { sku: 'S1', quantity: 2, result: 'failed', finding: 'swapped' },
        ],
      } as GoodsFact,
      stockIn(62, 4),
    ];
    const awaiting = parcelStateOf('PA01', four, [linkOf(caseKey, 2), linkOf('test:a:C2', 2)]);

    expect(standOf(opened, awaiting)).toMatchObject({
      quality: 'waiting',
      notes: ['goods-awaiting-allotment PA01', 'number-on-several-cases PA01'],
      refundFrom: undefined,
    });
  });

  it('waits with the refund for the goods of which nobody has said whose they are', () => {
    const awaiting = parcelStateOf('PA02', booked(100, 1), [linkOf(caseKey, 2), linkOf('test:a:C2', 2)]);

    expect(clock(both, stateOf('PA01', ...booked(60, 1)), awaiting)).toBe(minute(62 + 2 * 24 * 60));
  });

  it('opens the clock of goods that were booked in while more was to follow, once the rest was', () => {
    const [came, checked, ...rest] = [...booked(60, 2), ...booked(70, 1, 'S2')];
    const [booking, , , others] = rest.map((fact) => fact);
    const part = {
      ...(booking as GoodsFact),
      partial: true,
      lines: [{ sku: 'S1', quantity: 1, condition: 'sellable' }],
    };
    const last = { ...(others as GoodsFact), stockInId: 'K2' };
    const facts = [came, checked, part, last] as GoodsFact[];

    expect(clock(opened, parcelStateOf('PA01', facts, links))).toBe(minute(72));
  });

  it('is no doubt of the case that got the goods that passed', () => {
    const worn: GoodsFact[] = [
      receipt(60, 3),
      {
        ...check(61, 2),
        lines: [
          { sku: 'S1', quantity: 2, result: 'passed' },
          { sku: 'S1', quantity: 1, result: 'failed', finding: 'worn' },
        ],
      } as GoodsFact,
      {
        ...stockIn(62, 2),
        lines: [
          { sku: 'S1', quantity: 2, condition: 'sellable' },
          { sku: 'S1', quantity: 1, condition: 'defective' },
        ],
      } as GoodsFact,
    ];
    const unitsOf = (passed: number, failed: number) => ({
      S1: {
        received: passed + failed,
        inspected: { passed, 'passed-with-deduction': 0, failed },
        stockedIn: { sellable: passed, defective: failed },
      },
    });
    const state = (own: ReturnType<typeof unitsOf>, others: ReturnType<typeof unitsOf>) =>
      parcelStateOf('PA01', worn, [linkOf(caseKey, 2), linkOf('test:a:C2', 1)], 1, [
        {
          n: 1,
          act: {
            act: 'allot',
            by: { person: 'p' },
            at: minute(100),
            units: { [caseKey]: own, 'test:a:C2': others },
          },
        } as NumberedAct,
      ]);

    expect(standOf(opened, state(unitsOf(2, 0), unitsOf(0, 1)))).toMatchObject({
      quality: 'passed',
      notes: ['number-on-several-cases PA01'],
      refundFrom: minute(62),
    });
    expect(standOf(opened, state(unitsOf(1, 1), unitsOf(1, 0)))).toMatchObject({
      quality: 'failed',
      notes: ['contact-buyer worn', 'number-on-several-cases PA01'],
      refundFrom: undefined,
    });
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
