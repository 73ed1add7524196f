import { describe, expect, it } from 'vitest';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { goneItem, type OrderItem, orderItemOf } from '#shared/returns/order-lines/item.ts';
import { concernedBy, orderLineNotes } from '#shared/returns/order-lines/notes.ts';
import { orderOf } from '#shared/returns/order-lines/order.ts';
import { caseSnapshot } from '../../contract/store-contract.ts';

function item(caseKey: string, lineIds: string, paidOut: number, fields: Partial<OrderItem> = {}): OrderItem {
  const lines = [...lineIds].map((lineId) => ({ lineId, quantity: 1 }));
  return { caseKey, open: false, currency: 'CNY', paidOut, paid: 129, lines, ...fields };
}

const moneyOf = (actions: CaseSnapshot['money']['actions']): CaseSnapshot['money'] => ({
  actions,
  sums: [],
  owed: { basis: 'unknown' },
});

function isOver(own: OrderItem, ...others: OrderItem[]): boolean {
  return orderLineNotes(own, others).some(({ code }) => code === 'line-over-paid');
}

describe('orderLineNotes', () => {
  it.each([
    ['both within what was paid', item('a', '1', 30), [item('b', '1', 99)], false],
    ['both over it', item('a', '1', 30), [item('b', '1', 129)], true],
    ['one alone over it', item('a', '1', 130), [item('b', '1', 0)], false],
    ['two others over it', item('a', '1', 0), [item('b', '1', 30), item('c', '1', 129)], true],
    ['the other on another line', item('a', '1', 30), [item('b', '2', 129)], false],
    ['of two sums for one line the larger', item('a', '1', 30, { paid: 50 }), [item('b', '1', 99)], false],
    [
      'the sum that a third one knows',
      item('a', '1', 30, { paid: 50 }),
      [item('b', '1', 99, { paid: 50 }), item('c', '1', 0)],
      false,
    ],
    ['more lines, whose sum holds all', item('a', '1', 30), [item('b', '12', 200, { paid: 200 })], true],
    [
      'lines that overlap, within both sums',
      item('a', '12', 200, { paid: 200 }),
      [item('b', '23', 200, { paid: 200 })],
      false,
    ],
    [
      'lines that overlap, over both sums',
      item('a', '12', 300, { paid: 200 }),
      [item('b', '23', 101, { paid: 200 })],
      true,
    ],
    ['a sum that is not known', item('a', '1', 30), [item('b', '12', 900, { paid: undefined } as object)], false],
    ['two currencies', item('a', '1', 30), [item('b', '1', 129, { currency: 'USD' })], false],
    ['no currency', item('a', '1', 30), [item('b', '1', 129, { currency: undefined } as object)], false],
  ])('compares what went out with what was paid: %s', (_, own, others, expected) => {
    expect(isOver(own, ...others)).toBe(expected);
    expect(isOver(own, ...others.toReversed())).toBe(expected);
  });

  it('names the lines on which another case was paid out', () => {
    const notes = orderLineNotes(item('a', '123', 200), [item('b', '23', 200), item('c', '1', 0)]);
    expect(notes).toEqual([{ code: 'line-over-paid', detail: '2, 3' }]);
  });

  it('names each other open case, of an open case', () => {
    const others = [item('b', '1', 0, { open: true }), item('c', '1', 0), item('d', '2', 0, { open: true })];
    expect(orderLineNotes(item('a', '1', 0, { open: true }), others)).toEqual([
      { code: 'line-in-other-case', detail: 'b' },
    ]);
    expect(orderLineNotes(item('a', '1', 0), others)).toEqual([]);
  });

  it('says nothing of a case that left the order', () => {
    expect(orderLineNotes(goneItem('a'), [item('b', '1', 900, { open: true })])).toEqual([]);
    expect(orderLineNotes(item('a', '1', 9, { open: true }), [goneItem('b')])).toEqual([]);
  });
});

describe('concernedBy', () => {
  const others = [item('b', '1', 100, { open: true }), item('c', '1', 0), item('d', '2', 0, { open: true })];

  it.each([
    ['more money that crosses nothing', item('a', '1', 0), item('a', '1', 29), ''],
    ['money that crosses what was paid', item('a', '1', 29), item('a', '1', 30), 'bc'],
    ['money that went over it before', item('a', '1', 30), item('a', '1', 31), ''],
    ['a case that opens', goneItem('a'), item('a', '1', 0, { open: true }), 'b'],
    ['a case that leaves', item('a', '12', 0, { open: true }), goneItem('a'), 'bd'],
  ])('finds whom it concerns: %s', (_, was, is, expected) => {
    expect(concernedBy(was, is, others).map(({ caseKey }) => caseKey)).toEqual([...expected]);
  });
});

describe('orderItemOf', () => {
  const action = { kind: 'goods-refund', by: 'merchant', at: '2026-03-01T00:00:00.000Z' } as never as object;
  const refund = (refundId: string, amount: number, more: object = {}) =>
    ({ ...action, refundId, amount: { amount, currency: 'CNY' }, status: 'done', ...more }) as never;
  const lines = [
    { lineId: '2', sku: 'S2', quantity: 1 },
    { lineId: '1', sku: 'S1', quantity: 2 },
  ];

  it('holds the lines and the goods money of the case, and nothing of what failed or was for something else', () => {
    const actions = [
      refund('F1', 30),
      refund('F2', 40, { status: 'failed' }),
      refund('F3', 50, { kind: 'compensation' }),
      refund('F4', 9, { status: 'done-by-platform' }),
    ];
    const details = { lines, paid: { amount: 129, currency: 'CNY' } };

    expect(orderItemOf(caseSnapshot('k', { details, money: moneyOf(actions) }))).toEqual({
      caseKey: 'k',
      open: true,
      currency: 'CNY',
      paidOut: 39,
      paid: 129,
      lines: [
        { lineId: '1', quantity: 2 },
        { lineId: '2', quantity: 1 },
      ],
    });
  });

  it('has no currency where there are two', () => {
    const money = moneyOf([refund('F1', 30)]);
    const item = orderItemOf(caseSnapshot('k', { details: { lines, paid: { amount: 1, currency: 'USD' } }, money }));
    expect(item).not.toHaveProperty('currency');
  });

  /* A payment of 0 in dollars made two currencies, and of what was paid twice nobody was told. */
  it('knows no currency of a payment of nothing', () => {
    const none = { amount: { amount: 0, currency: 'USD' } };
    const of = (key: string, ...actions: never[]) =>
      orderItemOf(
        caseSnapshot(key, { details: { lines, paid: { amount: 129, currency: 'CNY' } }, money: moneyOf(actions) }),
      );
    const other = of('b', refund('F1', 30), refund('F2', 0, none));

    expect(other).toMatchObject({ currency: 'CNY', paidOut: 30 });
    expect(isOver(of('a', refund('F1', 129)), other)).toBe(true);
  });

  /* B9: two cases on different units of one line stood as over-paid where each told what was paid for its units alone. */
  it('holds what was paid for whole lines, where that is told', () => {
    const of = (key: string) => {
      const details = { lines, paid: { amount: 50, currency: 'CNY' }, paidForLines: { amount: 100, currency: 'CNY' } };
      return orderItemOf(caseSnapshot(key, { details, money: moneyOf([refund('F1', 50)]) }));
    };

    expect(of('a')).toMatchObject({ paid: 100, paidOut: 50 });
    expect(isOver(of('a'), of('b'))).toBe(false);
  });

  it('is on no order without lines', () => {
    expect(orderItemOf(caseSnapshot('k', { details: { paid: { amount: 1, currency: 'CNY' } } }))).toEqual(
      goneItem('k'),
    );
  });
});

describe('orderOf', () => {
  it('takes shop and source from the key', () => {
    expect(orderOf('standard:main:RMA:1', 'SO-1')).toEqual({ source: 'standard', shop: 'main', orderId: 'SO-1' });
  });

  it.each([
    ['standard:main:1', undefined],
    ['standard:main:1', '-'],
    ['standard:main:1', '暂无'],
    ['standard:main:1', 'x'.repeat(257)],
    ['no key', 'SO-1'],
  ])('knows none: %s, %s', (key, orderId) => {
    expect(orderOf(key, orderId)).toBeUndefined();
  });
});
