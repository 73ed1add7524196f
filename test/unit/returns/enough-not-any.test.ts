import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { check, folded, receipt, returnSentIn, saidOfCase, stateOf, stockIn } from './said.ts';

const cny = (amount: number) => ({ amount, currency: 'CNY' });
const opened = returnSentIn('PA01');
const asked = (minutes: number, amount: number) =>
  saidOfCase(minutes, { fact: 'details', details: { refund: cny(amount) } });
const pays = (
  minutes: number,
  amount: number,
  refundId = 'F1',
  currency = 'CNY',
  by: 'merchant' | 'platform' = 'merchant',
) =>
  saidOfCase(minutes, {
    fact: 'refund',
    refundId,
    kind: 'goods-refund',
    amount: { amount, currency },
    outcome: 'done',
    by,
  });
const dueBy = (minutes: number, kind: string, due?: CaseObservation['receivedAt']) =>
  saidOfCase(minutes, { fact: 'platform-deadline', kind, ...(due && { due }) });
const at = (minutes: number) => saidOfCase(minutes, { fact: 'closed' }).receivedAt;
const clocksOf = (...said: readonly CaseObservation[]) =>
  Object.values(folded(...said).deadlines).map(({ kind, subject, metAt }) => [kind, subject, metAt].join(' ').trim());
const swapped: GoodsFact = {
  fact: 'inspected',
  inspectionId: 'I1',
  warehouseId: 'east',
  at: at(70),
  lines: [{ sku: 'S1', quantity: 2, result: 'failed', finding: 'swapped' }],
};

describe('what is owed', () => {
  /* Merchant and platform both paid what was asked for, each within what was paid for the goods. */
  it('A5: more than is owed calls somebody', () => {
    const { money, attention } = folded(opened, asked(1, 900), pays(40, 900), pays(50, 900, 'F2', 'CNY', 'platform'));

    expect(money.over).toEqual(cny(900));
    expect(attention).toContain('money-over-cap');
  });

  it('A8: a cent of another currency pays nothing of a sum that is known', () => {
    const { money, headline, attention } = folded(opened, asked(1, 9900), pays(40, 1, 'F1', 'USD'));

    expect(money).toMatchObject({ owed: { basis: 'asked', amount: cny(9900) }, outstanding: cny(9900) });
    expect(headline).not.toBe('refunded');
    expect(attention).toContain('money-in-other-currency');
  });

  it('A7: nothing is owed where an exchange names the whole price, as some stores do of each case', () => {
    const exchange = saidOfCase(1, { fact: 'details', details: { kind: 'exchange', refund: cny(1000) } });

    expect(folded(opened, exchange).money.owed).toEqual({ basis: 'nothing' });
  });

  it('B4: goods back are no reason to pay before their check, or while the buyer has to be asked', () => {
    expect(folded(opened, stateOf('PA01', receipt(60, 2))).money).not.toHaveProperty('back');
    expect(folded(opened, stateOf('PA01', receipt(60, 2), swapped)).money).not.toHaveProperty('back');
    expect(folded(opened, stateOf('PA01', receipt(60, 2), check(70, 2))).money.back).toEqual(cny(1000));
  });
});

describe('contact with the buyer', () => {
  it('B1: a store that books what it paid before agreed on nothing', () => {
    const said = [opened, asked(1, 1000), pays(30, 1000, 'F1', 'CNY', 'platform'), saidOfCase(31, { fact: 'closed' })];
    const came = stateOf('PA01', receipt(60, 2), swapped);

    expect(folded(...said, came, asked(200, 950)).attention).toContain('contact-buyer');
  });

  it('B1: a check that finds just what the buyer said calls nobody, and the refund is due', () => {
    const because = saidOfCase(1, { fact: 'details', details: { reason: { code: 'swapped' } } });
    const came = stateOf('PA01', receipt(60, 2), swapped, stockIn(80, 2));

    expect(folded(opened, because, came).attention).not.toContain('contact-buyer');
    expect(clocksOf(opened, because, came)).toContain('refund case');
  });

  it('B4: of a case that is closed, a person’s word after the check settles it', () => {
    const closed = saidOfCase(31, { fact: 'closed' });
    const spoke = saidOfCase(90, { fact: 'message-sent', by: 'person', kind: 'exception' });

    expect(folded(opened, closed, stateOf('PA01', receipt(60, 2), swapped)).attention).toContain('contact-buyer');
    expect(folded(opened, closed, stateOf('PA01', receipt(60, 2), swapped), spoke).attention).not.toContain(
      'contact-buyer',
    );
  });
});

describe('clocks of platforms', () => {
  const request = saidOfCase(0, { fact: 'requested' });

  it('B6: what was missed stays missed when the platform goes on to the next step', () => {
    const said = [
      request,
      dueBy(0, 'decision', at(200)),
      saidOfCase(210, { fact: 'decided', decision: 'approved', by: 'platform' }),
    ];

    expect(clocksOf(...said, dueBy(210, 'decision'))).toEqual([`platform-decision decision ${at(210)}`]);
  });

  it('B6: what was answered in time is met, and what was only taken away is over', () => {
    const due = [request, dueBy(0, 'decision', at(200))];
    const answered = saidOfCase(110, { fact: 'decided', decision: 'approved', by: 'merchant' });

    expect(clocksOf(...due, answered, dueBy(110, 'decision'))).toEqual([`platform-decision decision ${at(110)}`]);
    expect(clocksOf(...due, dueBy(110, 'decision'))).toEqual([]);
  });

  it('B5: evidence that is asked for of a closed case has a clock', () => {
    const said = [request, saidOfCase(100, { fact: 'closed' }), dueBy(110, 'evidence', at(5000))];

    expect(clocksOf(...said)).toEqual(['platform-decision evidence']);
  });
});
