import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { minute } from '../../memory/script.ts';
import {
  check,
  clocksOf,
  details,
  folded,
  money,
  notesOf,
  receipt,
  refund,
  returnSentIn,
  saidOfCase,
  stateOf,
  stockIn,
} from './said.ts';

/*
 * Any payment was taken for all of them: a refund of a cent made a case refunded and its deadline met, an exchange was owed money because it was stocked in, and sums
 * of different bases and currencies were held against each other, so that every taxed refund called a person.
 */

const lineOf = (amount: number, currency: string) => [
  { lineId: '1', sku: 'S1', quantity: 1, unitPrice: money(amount, currency) },
];

const opened = returnSentIn('PA01');
const stocked = stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2));
const back = [opened, stocked];
const refundClock = (...observations: readonly CaseObservation[]): Deadline | undefined =>
  clocksOf('refund', ...observations)[0];

describe('debtOf', () => {
  it('A5: owes 99.00 when 0.01 was paid, until the rest is', () => {
    const asked = details({ refund: money(9900) });
    const cent = refund(100, 'F1', 1);
    const partly = folded(...back, asked, cent);

    expect(partly).toMatchObject({
      headline: 'partly-refunded',
      money: {
        owed: { basis: 'asked', amount: money(9900) },
        paid: money(1),
        outstanding: money(9899),
        back: money(9899),
      },
    });
    expect(refundClock(...back, asked, cent)).not.toHaveProperty('metAt');

    const rest = refund(300, 'F2', 9899);
    expect(folded(...back, asked, rest, cent)).toMatchObject({
      headline: 'refunded',
      money: { enoughAt: minute(300) },
    });
    expect(folded(...back, asked, rest, cent).money).not.toHaveProperty('outstanding');
    expect(refundClock(...back, asked, rest, cent)?.metAt).toBe(minute(300));
  });

  it('A5: takes the freight for a part of what the store says is to be paid, and of nothing else', () => {
    const freight = refund(100, 'F1', 200, { kind: 'freight-refund' });
    const goods = refund(100, 'F2', 800);

    expect(folded(...back, details({ refund: money(1000) }), freight, goods).headline).toBe('refunded');
    expect(folded(...back, details({ paid: money(1000) }), freight, goods)).toMatchObject({
      headline: 'partly-refunded',
      money: { paid: money(800), outstanding: money(200) },
    });
  });

  it.each([
    [
      'what the store says, whatever was refunded before',
      { refund: money(400), refundedBefore: money(100) },
      'asked',
      400,
    ],
    [
      'what was paid for the goods, less what was refunded before',
      { paid: money(900), refundedBefore: money(100) },
      'paid',
      800,
    ],
    ['by the lines where nobody says more', { refundedBefore: money(100) }, 'lines', 900],
    ['a difference that an exchange leaves', { kind: 'exchange', refund: money(30) }, 'asked', 30],
  ])('is %s', (_what, fields, basis, amount) => {
    expect(folded(...back, details(fields)).money.owed).toEqual({ basis, amount: money(amount) });
  });

  it.each([
    ['an exchange', { kind: 'exchange' }],
    ['goods that are sent anew', { kind: 'reship' }],
    ['a complaint', { kind: 'complaint' }],
    ['a request for nothing', { refund: money(0) }],
    ['what was refunded before', { paid: money(100), refundedBefore: money(100) }],
  ])('A7: is nothing for %s, which has no clock of a refund', (_what, fields) => {
    expect(folded(...back, details(fields)).money.owed).toEqual({ basis: 'nothing' });
    expect(refundClock(...back, details(fields))).toBeUndefined();
  });

  it('A7: gives an exchange a clock for the difference alone', () => {
    const exchange = details({ kind: 'exchange', refund: money(30) });

    expect(refundClock(...back, exchange, refund(100, 'F1', 30))).toMatchObject({ metAt: minute(100) });
  });

  it.each(['declined', 'withdrawn', 'expired'] as const)('is nothing once the request is %s', (decision) => {
    const end = saidOfCase(90, { fact: 'decided', decision, by: 'merchant' });

    expect(folded(...back, end).money.owed).toEqual({ basis: 'nothing' });
  });

  it('is enough with any refund where nobody knows how much is owed, but for one of nothing', () => {
    const unpriced = details({ lines: [{ lineId: '1', sku: 'S1', quantity: 2 }] });

    expect(folded(...back, unpriced, refund(100, 'F1', 1)).headline).toBe('refunded');
    expect(folded(...back, unpriced, refund(100, 'F1', 0)).headline).toBe('stocked-in');
    expect(folded(...back, unpriced, refund(100, 'F1', 1, { outcome: 'failed' })).headline).toBe('stocked-in');
  });

  it('A8: compares no dollars of the shop with the euros that the buyer paid and gets back', () => {
    const shop = details({ lines: lineOf(4990, 'USD') });
    const euros = refund(100, 'F1', 4700, { currency: 'EUR' });
    const snapshot = folded(opened, shop, stateOf('PA01', receipt(60, 1), check(70, 1)), euros);

    expect(snapshot).toMatchObject({
      headline: 'refunded',
      attention: [],
      money: { owed: { basis: 'unknown' }, paid: money(4700, 'EUR') },
    });
    expect(folded(opened, shop, details({ paid: money(9400, 'EUR') }), euros).money).toMatchObject({
      owed: { basis: 'paid', amount: money(9400, 'EUR') },
      outstanding: money(4700, 'EUR'),
    });
  });

  /* Merchant and platform both paid what was asked for, each within what was paid for the goods. */
  it('A5: more than is owed calls somebody', () => {
    const { money: sums, attention } = folded(
      opened,
      details({ refund: money(900) }),
      refund(40, 'F1', 900),
      refund(50, 'F2', 900, { by: 'platform' }),
    );

    expect(sums.over).toEqual(money(900));
    expect(attention).toContain('money-over-cap');
  });

  it('A8: a cent of another currency pays nothing of a sum that is known', () => {
    const {
      money: sums,
      headline,
      attention,
    } = folded(opened, details({ refund: money(9900) }), refund(40, 'F1', 1, { currency: 'USD' }));

    expect(sums).toMatchObject({ owed: { basis: 'asked', amount: money(9900) }, outstanding: money(9900) });
    expect(headline).not.toBe('refunded');
    expect(attention).toContain('money-in-other-currency');
  });

  it('A7: nothing is owed where an exchange names the whole price, as some stores do of each case', () => {
    const exchange = details({ kind: 'exchange', refund: money(1000) });

    expect(folded(opened, exchange).money.owed).toEqual({ basis: 'nothing' });
  });

  /* What was paid for a line of two, or a sum in another currency, or without any price, made the whole price of one unit a difference. */
  it.each<[string, object]>([
    [
      'what was paid is for more than the case asks for',
      { refund: money(500), paid: money(1000), lines: lineOf(500, 'CNY') },
    ],
    ['what was paid is less than the prices', { refund: money(900), paid: money(900) }],
    ['the lines have no prices', { refund: money(1000), lines: [{ lineId: '1', sku: 'S1', quantity: 2 }] }],
    ['it is in another currency than the prices', { refund: money(900, 'EUR') }],
  ])('A7: nothing is owed in an exchange of which %s', (_what, fields) => {
    const exchange = [opened, details({ kind: 'exchange', ...fields }), stocked];

    expect(folded(...exchange).money).toMatchObject({ owed: { basis: 'nothing' } });
    expect(folded(...exchange).money).not.toHaveProperty('back');
    expect(refundClock(...exchange)).toBeUndefined();
  });

  /* The store said that nothing is to be paid back, 1000 went out, and the record said nothing of it. */
  it('A5: money that goes out where the store says that nothing is owed calls somebody', () => {
    const nothing = [...back, details({ refund: money(0) })];
    const paid = folded(...nothing, refund(100, 'F1', 1000));

    expect(paid).toMatchObject({
      headline: 'stocked-in',
      attention: ['money-over-cap'],
      money: { owed: { basis: 'nothing' }, paid: money(1000), over: money(1000) },
    });
    expect(notesOf(...nothing, refund(100, 'F1', 40, { kind: 'freight-refund' }))).toEqual(['money-over-cap owed']);
    expect(folded(...nothing, refund(100, 'F1', 10, { currency: 'EUR' })).money.over).toEqual(money(10, 'EUR'));
    expect(folded(...nothing, refund(100, 'F1', 1000, { outcome: 'failed' })).attention).toEqual([]);
  });

  it('A7: shows what was paid in an exchange, which may be a difference that no store named', () => {
    const exchange = folded(...back, details({ kind: 'exchange' }), refund(100, 'F1', 30));

    expect(exchange).toMatchObject({ headline: 'stocked-in', attention: [], money: { paid: money(30) } });
    expect(exchange.money).not.toHaveProperty('over');
  });

  it('is one alarm of what was paid after the request had ended', () => {
    const declined = saidOfCase(90, { fact: 'decided', decision: 'declined', by: 'merchant' });

    expect(notesOf(...back, details({ refund: money(0) }), declined, refund(100, 'F1', 500))).toEqual([
      'paid-after-end F1',
    ]);
  });

  it('B4: goods back are no reason to pay before their check, or while the buyer has to be asked', () => {
    const swapped: GoodsFact = {
      fact: 'inspected',
      inspectionId: 'I1',
      warehouseId: 'east',
      at: minute(70),
      lines: [{ sku: 'S1', quantity: 2, result: 'failed', finding: 'swapped' }],
    };

    expect(folded(opened, stateOf('PA01', receipt(60, 2))).money).not.toHaveProperty('back');
    expect(folded(opened, stateOf('PA01', receipt(60, 2), swapped)).money).not.toHaveProperty('back');
    expect(folded(opened, stateOf('PA01', receipt(60, 2), check(70, 2))).money.back).toEqual(money(1000));
  });
});

describe('cappedSums', () => {
  const one = stateOf('PA01', receipt(60, 1), check(70, 1));
  const codesOf = (...observations: readonly CaseObservation[]) => notesOf(opened, one, ...observations);

  it('A8: calls nobody for the tax that is not in the price of the line', () => {
    const taxed = [details({ lines: lineOf(4990, 'USD') }), refund(100, 'F1', 5402, { currency: 'USD' })];

    expect(codesOf(...taxed)).toEqual([]);
    expect(folded(opened, one, ...taxed)).toMatchObject({
      headline: 'refunded',
      money: { sums: expect.arrayContaining([expect.objectContaining({ capFrom: 'lines', cap: 4990, over: 412 })]) },
    });
    expect(codesOf(...taxed, details({ paid: money(5401, 'USD') }))).toEqual(['money-over-cap goods-refund']);
  });

  it('A8: says that compensation in dollars was not compared with a cap in yuan', () => {
    const usd = details({ lines: lineOf(4990, 'USD') });

    expect(codesOf(usd, refund(100, 'F1', 6000, { kind: 'compensation', currency: 'USD' }))).toEqual([
      'cap-not-compared compensation',
    ]);
    expect(codesOf(usd, refund(100, 'F1', 6000, { kind: 'compensation' }))).toEqual(['money-over-cap compensation']);
  });

  it('A8: shows money in another currency where what was paid is known, unless the store asked for it so', () => {
    const paid = details({ lines: lineOf(4990, 'USD'), paid: money(4990, 'USD') });
    const euros = refund(100, 'F1', 4700, { currency: 'EUR' });

    expect(codesOf(paid, euros)).toEqual(['money-in-other-currency F1']);
    expect(codesOf(paid, euros, details({ refund: money(4700, 'EUR') }))).toEqual([]);
  });
});

describe('paidAfterEnd', () => {
  const withdrawn = saidOfCase(100, { fact: 'decided', decision: 'withdrawn', by: 'buyer' });
  const codesOf = (...observations: readonly CaseObservation[]) => notesOf(...back, withdrawn, ...observations);

  it('B8: calls a person for money that went out after the buyer withdrew', () => {
    expect(codesOf(refund(101, 'F1', 500))).toEqual(['paid-after-end F1']);
  });

  it('says nothing of money that went out before, or for something else, or not at all', () => {
    expect(codesOf(refund(99, 'F1', 500))).toEqual([]);
    expect(codesOf(refund(101, 'F1', 500, { kind: 'compensation' }))).toEqual([]);
    expect(codesOf(refund(101, 'F1', 500, { outcome: 'failed' }))).toEqual([]);
  });
});
