import { describe, expect, it } from 'vitest';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { MoneyKind } from '#shared/returns/money/facts.ts';
import { moneyTellings } from '#shared/returns/money/tell.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import {
  caseKey,
  check,
  closed,
  createNarrator,
  details,
  folded,
  money,
  only,
  receipt,
  refund,
  returnSentIn,
  saidOfCase,
  stateOf,
  stockIn,
  typesOf,
} from './said.ts';

const opened = returnSentIn('PA01');
const sumOf = (kind: MoneyKind, ...observations: readonly ReturnType<typeof refund>[]) =>
  folded(opened, ...observations).money.sums.find((sum) => sum.kind === kind);

describe('moneyOf', () => {
  it('caps a refund of goods by what was paid, less what was refunded before', () => {
    const paid = details({ paid: money(900), refundedBefore: money(100) });

    expect(sumOf('goods-refund', paid, refund(9, 'F1', 1000))).toEqual({
      kind: 'goods-refund',
      currency: 'CNY',
      capFrom: 'paid',
      cap: 800,
      counted: 800,
      over: 200,
    });
  });

  it('caps it by the lines where nobody says what was paid', () => {
    expect(sumOf('goods-refund', refund(9, 'F1', 400), refund(10, 'F2', 700))).toEqual({
      kind: 'goods-refund',
      currency: 'CNY',
      capFrom: 'lines',
      cap: 1000,
      counted: 1000,
      over: 100,
    });
  });

  it('has no cap where a line has no price, and says so', () => {
    const unpriced = details({ lines: [{ lineId: '1', sku: 'S1', quantity: 1 }] });

    expect(sumOf('goods-refund', unpriced, refund(9, 'F1', 400))).toEqual({
      kind: 'goods-refund',
      currency: 'CNY',
      capFrom: 'unknown',
      counted: 400,
      over: 0,
    });
  });

  it('caps freight by the freight paid, compensation and return freight by policy', () => {
    const freight = details({ freightPaid: money(50) });

    expect(sumOf('freight-refund', freight, refund(9, 'F1', 60, { kind: 'freight-refund' }))).toMatchObject({
      cap: 50,
      over: 10,
    });
    expect(sumOf('compensation', refund(9, 'F1', 5001, { kind: 'compensation' }))).toMatchObject({
      cap: 5000,
      counted: 5000,
      over: 1,
    });
    expect(sumOf('return-freight', refund(9, 'F1', 3000, { kind: 'return-freight' }))).toMatchObject({
      cap: 3000,
      over: 0,
    });
  });

  it('raises attention over a cap, not at it', () => {
    const back = stateOf('PA01', receipt(8, 2));
    const paid = details({ paid: money(1000) });

    expect(folded(opened, paid, back, refund(9, 'F1', 1000)).attention).toEqual([]);
    expect(folded(opened, paid, back, refund(9, 'F1', 1001)).attention).toEqual(['money-over-cap']);
  });

  it('counts money in another currency than what was paid by itself, and shows it to a person', () => {
    const back = stateOf('PA01', receipt(8, 2));
    const snapshot = folded(opened, details({ paid: money(1000) }), back, refund(9, 'F1', 10, { currency: 'USD' }));

    expect(snapshot.money.sums.filter((sum) => sum.kind === 'goods-refund')).toMatchObject([
      { currency: 'CNY', cap: 1000, counted: 0 },
      { currency: 'USD', capFrom: 'unknown', counted: 10 },
    ]);
    expect(snapshot.attention).toEqual(['money-in-other-currency']);
  });

  it('counts a failed try nothing, and a success under the same id once', () => {
    const snapshot = folded(
      opened,
      refund(20, 'F1', 300, { outcome: 'failed' }),
      refund(10, 'F1', 300, { by: 'platform' }),
    );

    expect(snapshot.money.actions).toMatchObject([{ refundId: 'F1', status: 'done-by-platform' }]);
    expect(snapshot.money.sums[0]).toMatchObject({ counted: 300 });
    expect(sumOf('goods-refund', refund(9, 'F1', 300, { outcome: 'failed' }))?.counted).toBe(0);
  });

  it('tells a failure and the later success, each once', () => {
    const { hear } = createNarrator();
    const failed = refund(10, 'F1', 300, { outcome: 'failed' });
    const done = refund(20, 'F1', 300);

    expect(typesOf(hear(opened, failed), 'Refund')).toEqual(['Refund Failed']);
    expect(typesOf(hear(opened, failed, done), 'Refund')).toEqual(['Refund Completed']);
    expect(hear(opened, failed, done)).toEqual([]);
  });

  it('tells a payment again where the rest of it came later, and not for another reading of the same', () => {
    const { hear } = createNarrator();
    const [part, whole, again] = [refund(10, 'F1', 200), refund(20, 'F1', 299), refund(30, 'F1', 299)];

    const sums = [[part], [part, whole], [part, whole, again]].map((all) =>
      hear(opened, ...all).flatMap((each) => (each.type === 'Refund Completed' ? [each.data.amount.amount] : [])),
    );
    expect(sums).toEqual([[200], [299], []]);
  });

  it('tells nothing again of a payment that an earlier release told as a happening', () => {
    const told = { 'refund/F1/done': { times: 1, hash: 'told' } };

    expect(moneyTellings(folded(opened, refund(10, 'F1', 299)), told)).toMatchObject([{ mode: 'once', hash: 'told' }]);
  });
});

describe('headlineOf', () => {
  const received = stateOf('PA01', receipt(60, 2));
  const stocked = stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2));

  it.each([
    ['requested', [saidOfCase(0, { fact: 'requested' })]],
    ['approved', [returnSentIn()]],
    ['on-its-way', [opened]],
    ['received', [opened, received]],
    ['checked', [opened, stateOf('PA01', receipt(60, 2), check(70, 2))]],
    ['stocked-in', [opened, stocked]],
    ['partly-refunded', [opened, stocked, refund(90, 'F1', 100)]],
    ['refunded', [opened, stocked, refund(90, 'F1', 1000)]],
    ['stocked-in', [opened, stocked, refund(90, 'F1', 100, { outcome: 'failed' })]],
    ['declined', [opened, saidOfCase(9, { fact: 'decided', decision: 'declined', by: 'merchant' })]],
    ['withdrawn', [opened, received, saidOfCase(9, { fact: 'decided', decision: 'withdrawn', by: 'buyer' })]],
    ['expired', [opened, saidOfCase(9, { fact: 'decided', decision: 'expired', by: 'platform' })]],
    ['closed', [opened, stocked, saidOfCase(99, { fact: 'closed' })]],
  ])('is %s', (headline, observations) => {
    expect(folded(...observations).headline).toBe(headline);
  });
});

describe('qualityOf and goodsOf', () => {
  it.each([
    ['none', []],
    ['waiting', [receipt(60, 2)]],
    ['in-check', [receipt(60, 2), check(70, 1)]],
    ['passed', [receipt(60, 2), check(70, 2)]],
    ['failed', [receipt(60, 2), check(70, 1), check(71, 1, 'failed', 'I2')]],
    ['passed', [check(70, 2)]],
  ])('is %s', (quality, goods) => {
    expect(folded(opened, stateOf('PA01', ...goods)).quality).toBe(quality);
  });

  it('tells short from not yet come: only when every parcel is there', () => {
    const both = returnSentIn('PA01', 'PA02');
    const first = stateOf('PA01', receipt(60, 1));

    expect(folded(opened, first).goods[0]).toMatchObject({ expected: 2, received: 1, short: 1 });
    expect(folded(both, first).goods[0]).toMatchObject({ expected: 2, received: 1, short: 0 });
  });

  it('tells over from unexpected', () => {
    const snapshot = folded(
      opened,
      stateOf('PA01', receipt(60, 3), { ...receipt(61, 1, 'R2'), lines: [{ sku: 'S9', quantity: 1 }] } as never),
    );

    expect(snapshot.goods).toMatchObject([
      { sku: 'S1', over: 1, unexpected: 0 },
      { sku: 'S9', over: 0, unexpected: 1 },
    ]);
    expect(snapshot.attention).toEqual(['goods-over', 'goods-unexpected']);
  });
});

describe('tellCase', () => {
  it('tells of attention when its reasons change and when it is cleared', () => {
    const { hear } = createNarrator();
    const dispute = saidOfCase(10, { fact: 'disputed', disputeId: 'D1' });
    const over = refund(11, 'F1', 5001, { kind: 'compensation' });
    const won = saidOfCase(20, { fact: 'dispute-closed', disputeId: 'D1' });

    expect(only(hear(opened, dispute), 'Case Needs Attention').reasons).toEqual(['disputed']);
    expect(only(hear(opened, dispute, over), 'Case Needs Attention').reasons).toEqual(['disputed', 'money-over-cap']);
    expect(typesOf(hear(opened, dispute, won), 'Case')).toEqual(['Case Attention Cleared']);
    expect(hear(opened, dispute, won)).toEqual([]);
  });

  it('tells a decision again when it comes back: A, B, A is told three times', () => {
    const { hear } = createNarrator();
    const [declined, approved] = [
      saidOfCase(10, { fact: 'decided', decision: 'declined', by: 'merchant' }),
      saidOfCase(20, { fact: 'decided', decision: 'approved', by: 'merchant' }),
    ] as const;
    const told = [hear(opened), hear(opened, declined), hear(opened, declined, approved)];

    expect(told.map((changes) => only(changes, 'Case Decided').decision)).toEqual(['approved', 'declined', 'approved']);
    expect(new Set(told.map((changes) => changes.find(({ type }) => type === 'Case Decided')?.eventId)).size).toBe(3);
  });

  it('tells a receipt on a replaced number too, as not counted', () => {
    const replaced = saidOfCase(10, {
      fact: 'tracking',
      origin: 'store',
      numbers: [{ number: 'PA02' }],
      replaces: ['PA01'],
    });

    expect(
      only(createNarrator().hear(opened, replaced, stateOf('PA01', receipt(60, 2))), 'Goods Received').counted,
    ).toBe(false);
    expect(only(createNarrator().hear(opened, stateOf('PA01', receipt(60, 2))), 'Goods Received').counted).toBe(true);
  });

  it('tells again what is wrong with goods when the warehouse corrects its check', () => {
    const { hear } = createNarrator();
    const [wrong, right] = [stateOf('PA01', check(70, 1, 'failed')), stateOf('PA01', check(70, 1))];
    const first = hear(opened, wrong);
    const second = hear(opened, right);

    expect(typesOf(first, 'Goods')).toEqual(['Goods Inspected', 'Goods Exception Found']);
    expect(only(first, 'Goods Exception Found').lines).toHaveLength(1);
    expect(only(second, 'Goods Exception Found').lines).toEqual([]);
    expect(typesOf(createNarrator().hear(opened, right), 'Goods')).toEqual(['Goods Inspected']);
  });

  it('tells when a parcel is no longer stuck', () => {
    const { hear } = createNarrator();
    const stuck = saidOfCase(10, {
      fact: 'parcel-state',
      revision: 1,
      state: {
        number: 'PA01',
        stage: 'numbered',
        sides: ['stuck'],
        goods: [],
        units: {},
        allotment: 'sole',
        movedAt: '2026-03-01T00:10:00.000Z' as never,
      },
    });
    const free = saidOfCase(20, {
      fact: 'parcel-state',
      revision: 2,
      state: {
        number: 'PA01',
        stage: 'numbered',
        sides: [],
        goods: [],
        units: {},
        allotment: 'sole',
        movedAt: '2026-03-01T00:20:00.000Z' as never,
      },
    });

    expect(only(hear(opened, stuck), 'Return Parcel Moved').sides).toEqual(['stuck']);
    expect(only(hear(opened, stuck, free), 'Return Parcel Moved').sides).toEqual([]);
  });

  /* A feed that had followed the number at another carrier took its route back. The parcel was a mere number again, which a case leaves out of its
   * record, and nobody was told: whoever reads the bus went on believing that it had been picked up. */
  it('tells that a parcel is where it was when a feed takes back all that it said', () => {
    const { hear } = createNarrator();
    const state = { number: 'PA01', sides: [], goods: [], units: {}, allotment: 'sole' } as const;
    const pickedUp = saidOfCase(10, {
      fact: 'parcel-state',
      revision: 1,
      state: { ...state, stage: 'picked-up', movedAt: minute(10) },
    });
    const plain = saidOfCase(20, { fact: 'parcel-state', revision: 2, state: { ...state, stage: 'numbered' } });

    expect(only(hear(opened, pickedUp), 'Return Parcel Moved').stage).toBe('picked-up');
    expect(only(hear(opened, pickedUp, plain), 'Return Parcel Moved').stage).toBe('numbered');
    expect(hear(opened, pickedUp, plain)).toEqual([]);
  });

  it('tells that a case is open again after each closing, so that the last word is true', () => {
    const { hear } = createNarrator();
    const [closed, reopened, late] = [
      saidOfCase(10, { fact: 'closed' }),
      saidOfCase(20, { fact: 'reopened' }),
      { ...saidOfCase(15, { fact: 'reopened' }, { fact: 'closed' }) },
    ] as const;

    expect(typesOf(hear(opened, closed, reopened), 'Case ').slice(-2)).toEqual(['Case Closed', 'Case Reopened']);
    expect(typesOf(hear(opened, closed, reopened, late), 'Case ')).toEqual(['Case Closed', 'Case Reopened']);
  });

  it('gives the same change the same event id', () => {
    expect(
      createNarrator()
        .hear(opened)
        .map(({ eventId }) => eventId),
    ).toEqual(
      createNarrator()
        .hear(opened)
        .map(({ eventId }) => eventId),
    );
  });
});

describe('warehouseOf', () => {
  it('notes a warehouse that nobody knows, and goods that turned up in another one', () => {
    expect(folded(opened, details({ warehouseId: 'nowhere' })).attention).toEqual(['unknown-warehouse']);
    expect(folded(opened, details({ warehouseId: 'west' }), stateOf('PA01', receipt(60, 2))).attention).toEqual([
      'warehouse-differs',
    ]);
  });
});

describe('countedByCase', () => {
  const byCase = (receiptId: string) =>
    saidOfCase(9, { fact: 'received', receiptId, warehouseId: 'east', lines: [{ sku: 'S1', quantity: 2 }] });
  const receivedOf = (receiptId: string) => {
    const snapshot = folded(opened, stateOf('PA01', receipt(9, 2, 'R1')), byCase(receiptId));
    return {
      received: snapshot.goods[0]?.received,
      clocks: Object.values(snapshot.deadlines)
        .filter(({ kind }) => kind === 'qc-follow-up')
        .map(({ subject }) => subject),
    };
  };

  it('counts a receipt once that is reported by case and by number', () => {
    expect(receivedOf('R1')).toEqual({ received: 2, clocks: ['PA01'] });
  });

  it('counts another receipt beside it', () => {
    expect(receivedOf('R2')).toEqual({ received: 4, clocks: ['PA01', 'case'] });
  });
});

describe('the time of a record', () => {
  const chosen = (minutes: number) => ({
    n: 1,
    act: { act: 'choose-warehouse', warehouseId: 'west', by: { person: 'P1' }, at: minute(minutes) } as const,
  });

  it('C2: is that of the last act where nothing was heard since, and what follows from it is told so', () => {
    const opened = returnSentIn('PA01');
    const acts = [chosen(2 * 24 * 60)];
    const { hear } = createNarrator(acts);

    expect(foldCase(caseKey, [opened], acts, testRules).updatedAt).toBe(minute(2 * 24 * 60));
    expect(new Set(hear(opened).map(({ occurredAt }) => occurredAt))).toEqual(new Set([minute(2 * 24 * 60)]));
    expect(foldCase(caseKey, [opened, closed(9000)], acts, testRules).updatedAt).toBe(minute(9000));
  });

  it('C2: is not that of a policy’s act, which is none where its occasion was heard in another order', () => {
    const by = { policy: 'demo-1', row: 'default-warehouse', inputs: {} };
    const acts = [{ n: 1, act: { act: 'choose-warehouse', warehouseId: 'west', by, at: minute(5000) } as const }];

    expect(foldCase(caseKey, [returnSentIn('PA01')], acts, testRules).updatedAt).toBe(minute(0));
  });
});
