import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { GoodsFact } from '#shared/returns/goods/facts.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import {
  caseKey,
  check,
  clocksOf,
  closed,
  createNarrator,
  details,
  folded,
  lines,
  linkOf,
  money,
  only,
  parcelStateOf,
  receipt,
  refund,
  returnSentIn,
  saidOfCase,
  stateOf,
  stockIn,
} from './said.ts';

/*
 * B3: of three units in two parcels the first was booked in, and the refund of all was missed while the second travelled. B4: a platform refunded by time-out while the
 * goods were out, the case was closed, and nobody looked for them any more.
 */

const pays = (minutes: number, amount: number, by: 'merchant' | 'platform' = 'merchant', currency = 'CNY') =>
  refund(minutes, 'F1', amount, { by, currency });
const three = (price?: number) => [
  { lineId: '1', sku: 'S1', quantity: 3, ...(price !== undefined && { unitPrice: money(price) }) },
];
const booked = (number: string, minutes: number, quantity: number) =>
  stateOf(number, receipt(minutes, quantity), check(minutes, quantity), stockIn(minutes + 10, quantity));
const day = 24 * 60;

function clockOf(kind: Deadline['kind'], ...observations: readonly CaseObservation[]): Deadline | undefined {
  const found = clocksOf(kind, ...observations);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}

describe('the refund of goods in several parcels', () => {
  const opened = [returnSentIn('PA01', 'PA02'), details({ lines: three(500) })];
  const first = booked('PA01', 60, 1);

  it('B3: waits for the parcel that travels, a week at most, and is partly received until then', () => {
    expect(folded(...opened, first).headline).toBe('partly-received');
    expect(clockOf('refund', ...opened, first)).toMatchObject({
      openedAt: minute(70 + 7 * day),
      dueAt: minute(70 + 8 * day),
      missed: false,
    });
  });

  it('B3: runs from the booking of the last parcel, and not before it', () => {
    const both = [...opened, first, booked('PA02', 3 * day, 2)];
    const moved = createNarrator();
    moved.hear(...opened, first);

    expect(folded(...both).headline).toBe('stocked-in');
    expect(clockOf('refund', ...both)).toMatchObject({ openedAt: minute(3 * day + 10) });
    expect(only(moved.hear(...both), 'Deadline Moved')).toMatchObject({ dueAt: minute(4 * day + 10) });
  });

  it('B3: runs at once when all that is expected was in the first', () => {
    expect(clockOf('refund', ...opened, booked('PA01', 60, 3))).toMatchObject({ openedAt: minute(70) });
    expect(folded(...opened, booked('PA01', 60, 3)).headline).toBe('stocked-in');
  });

  it('B3: waits for the booking of a parcel that has come, and for the buyer where both have less', () => {
    const came = stateOf('PA02', receipt(100, 2));
    const short = booked('PA02', 200, 1);

    expect(clockOf('refund', ...opened, first, came)).toMatchObject({ openedAt: minute(70 + 7 * day) });
    expect(clockOf('refund', ...opened, first, short)).toBeUndefined();
    expect(clockOf('exception-contact', ...opened, first, short)).toMatchObject({ openedAt: minute(200) });
  });

  it('B3: counts no week from the booking of goods that the case does not expect', () => {
    const others: GoodsFact = {
      ...stockIn(70, 1),
      lines: [{ sku: 'S9', quantity: 1, condition: 'sellable' }],
    } as GoodsFact;

    expect(clockOf('refund', ...opened, stateOf('PA01', others))).toBeUndefined();
    expect(folded(...opened, stateOf('PA01', others)).attention).toContain('goods-unexpected');
  });

  it('B3: waits no longer than the merchant’s policy says, however late the second parcel comes', () => {
    const openedAt = (...observations: readonly CaseObservation[]) => {
      const rules = { ...testRules, waitForParcelsMinutes: day };
      const { deadlines } = foldCase(caseKey, [...opened, first, ...observations], [], rules);
      return Object.values(deadlines).find(({ kind }) => kind === 'refund')?.openedAt;
    };

    expect(openedAt()).toBe(minute(70 + day));
    expect(openedAt(booked('PA02', 3 * day, 2))).toBe(minute(70 + day));
    expect(openedAt(booked('PA02', 500, 2))).toBe(minute(510));
  });

  it('does not wait for a number that was replaced', () => {
    const replaced = saidOfCase(100, {
      fact: 'tracking',
      origin: 'store',
      numbers: [{ number: 'PA01' }],
      replaces: ['PA02'],
    });

    const two = details({ lines: [{ lineId: '1', sku: 'S1', quantity: 1, unitPrice: money(500) }] });

    expect(clockOf('refund', ...opened, two, first, replaced)).toMatchObject({ openedAt: minute(70) });
    expect(folded(...opened, first, replaced)).toMatchObject({
      headline: 'stocked-in',
      attention: ['contact-buyer', 'goods-short'],
    });
  });

  it('takes what is booked in by case for the only parcel', () => {
    const byCase: CaseObservation = { ...saidOfCase(90), facts: [stockIn(80, 2), check(80, 2)] };
    const snapshot = folded(returnSentIn('PA01'), byCase);

    expect(snapshot.headline).toBe('stocked-in');
    expect(clockOf('refund', returnSentIn('PA01'), byCase)).toMatchObject({ openedAt: minute(80) });
  });
});

describe('money out, goods not back', () => {
  const opened = returnSentIn('PA01');
  const outOf = (...observations: readonly CaseObservation[]) =>
    folded(...observations)
      .notes.filter(({ code }) => code === 'money-out-goods-not-back')
      .map(({ detail }) => detail);

  it('B4: is shown with its sum when the platform refunds by time-out, on the closed case, too', () => {
    const timedOut = [opened, pays(30, 1000, 'platform'), closed(30)];

    expect(folded(...timedOut)).toMatchObject({ headline: 'closed', money: { out: money(1000) } });
    expect(outOf(...timedOut)).toEqual(['CNY 1000']);
    expect(folded(...timedOut).money.actions).toMatchObject([{ by: 'platform', status: 'done-by-platform' }]);
  });

  it('B4: goes when the goods are back', () => {
    const timedOut = [opened, pays(30, 1000, 'platform'), closed(30)];

    expect(outOf(...timedOut, stateOf('PA01', receipt(60, 2)))).toEqual([]);
    expect(folded(...timedOut, stateOf('PA01', receipt(60, 2))).money).not.toHaveProperty('out');
  });

  it.each([
    ['of what came nothing', 1500, 1, ['CNY 1000']],
    ['nothing where just what came was paid for', 500, 1, []],
    ['all where nothing came', 700, 0, ['CNY 700']],
  ])('is, with three units for 500 each, %s', (_what, paid, came, out) => {
    const priced = details({ lines: three(500), refund: money(1500) });

    expect(outOf(opened, priced, pays(70, paid), stateOf('PA01', receipt(60, came)))).toEqual(out);
  });

  it('goes by what is owed for all the lines, and where that is a guess does not take tax for money out', () => {
    const one = stateOf('PA01', receipt(60, 1));

    expect(outOf(opened, details({ lines: three(500), refund: money(1620) }), pays(70, 540), one)).toEqual([]);
    expect(outOf(opened, details({ lines: three(500) }), pays(70, 540), one)).toEqual([]);
    expect(outOf(opened, details({ lines: three(500) }), pays(70, 1080), one)).toEqual(['CNY 580']);
    expect(outOf(opened, details({ lines: three() }), pays(70, 540), one)).toEqual(['CNY 360']);
    expect(outOf(opened, pays(70, 540, 'merchant', 'EUR'), one)).toEqual(['EUR 270']);
  });

  it('is no more than was paid for goods, though more was paid for sending them than the store says is owed', () => {
    const freight = refund(60, 'F2', 200, { kind: 'freight-refund' });
    const one = stateOf('PA01', receipt(60, 1));

    expect(outOf(opened, details({ lines: three(500), refund: money(100) }), freight, pays(70, 100), one)).toEqual([
      'CNY 100',
    ]);
  });

  it('is nothing of cases whose goods stay, unless a parcel of them is on its way', () => {
    const stays = [details({ kind: 'refund-only' }), pays(70, 500)];

    expect(outOf(returnSentIn(), ...stays)).toEqual([]);
    expect(outOf(opened, ...stays)).toEqual(['CNY 500']);
    expect(outOf(returnSentIn(), details({ kind: 'return' }), pays(70, 500))).toEqual(['CNY 500']);
  });

  it('is told of the goods that are back and not paid for, as another sum', () => {
    const came = stateOf('PA01', receipt(60, 2), check(70, 2));

    expect(folded(opened, came, pays(70, 300)).money.back).toEqual(money(700));
    expect(folded(opened, came, pays(70, 1000)).money).not.toHaveProperty('back');
    expect(folded(opened, stateOf('PA01', receipt(60, 1)), pays(70, 300)).money).not.toHaveProperty('back');
  });
});

describe('the clock of an appeal', () => {
  const opened = returnSentIn('PA01');
  const disputed = (minutes: number) => saidOfCase(minutes, { fact: 'disputed', disputeId: 'D1' });

  it('B4: runs three days from the payment of the platform, though that closed the case', () => {
    expect(clockOf('appeal', opened, pays(30, 1000, 'platform'), closed(30))).toMatchObject({
      subject: 'case',
      openedAt: minute(30),
      dueAt: minute(30 + 3 * day),
      setBy: 'policy',
    });
  });

  it('is met by a dispute since then, or by the goods', () => {
    const paid = [opened, pays(30, 1000, 'platform')];

    expect(clockOf('appeal', ...paid, disputed(40))).toMatchObject({ metAt: minute(40) });
    expect(clockOf('appeal', ...paid, disputed(20))).not.toHaveProperty('metAt');
    expect(clockOf('appeal', ...paid, stateOf('PA01', receipt(60, 2)))).toMatchObject({ metAt: minute(60) });
    expect(clockOf('appeal', ...paid, stateOf('PA01', receipt(60, 1)))).not.toHaveProperty('metAt');
  });

  /* The first receipt of a parcel was taken for all of it: a clock that was open vanished when the rest came. */
  it('is met by the last of the goods, not by the first report of their parcel', () => {
    const paid = [opened, pays(100, 1000, 'platform')];
    const parts = [receipt(60, 1), receipt(200, 1, 'R2')];
    const shared = (...facts: readonly GoodsFact[]) =>
      parcelStateOf('PA01', facts, [linkOf(caseKey, 2), { ...linkOf('test:a:C2', 1), lines: lines(1, 'S2') }]);

    expect(clockOf('appeal', ...paid, stateOf('PA01', ...parts))).toMatchObject({ metAt: minute(200) });
    expect(clockOf('appeal', ...paid, shared(...parts))).toMatchObject({ metAt: minute(200) });
  });

  it('does not begin with a surplus that comes after all was back', () => {
    const back = stateOf('PA01', receipt(60, 2), receipt(200, 1, 'R2'));

    expect(clockOf('appeal', opened, back, pays(100, 1000, 'platform'))).toBeUndefined();
  });

  /* Doudian says an old dispute anew with each change of the case, and that was taken for the appeal. */
  it('is not met by a dispute of before that is only said again', () => {
    const paid = pays(100, 1000, 'platform');
    const judged = saidOfCase(60, { fact: 'dispute-closed', disputeId: 'D1' });

    expect(clockOf('appeal', opened, disputed(40), paid, disputed(120))).not.toHaveProperty('metAt');
    expect(clockOf('appeal', opened, disputed(40), judged, paid, disputed(120))).toMatchObject({ metAt: minute(120) });
  });

  it('is none where the merchant paid, the goods were back, or none are owed', () => {
    const back = stateOf('PA01', receipt(20, 2));

    expect(clockOf('appeal', opened, pays(30, 1000))).toBeUndefined();
    expect(clockOf('appeal', opened, back, pays(30, 1000, 'platform'))).toBeUndefined();
    expect(
      clockOf('appeal', returnSentIn(), details({ kind: 'refund-only' }), pays(30, 1000, 'platform')),
    ).toBeUndefined();
  });
});

describe('the order in which it was told', () => {
  it('says nothing different of owed sums, notes and clocks', () => {
    const facts: CaseObservation[] = [
      returnSentIn('PA01', 'PA02'),
      details({ lines: three(500), refund: money(1500) }),
      details({ refund: money(900) }, 400),
      stateOf('PA01', receipt(60, 1), check(70, 1, 'failed'), stockIn(80, 1)),
      pays(200, 1200, 'platform'),
      saidOfCase(300, { fact: 'platform-deadline', kind: 'decision', due: minute(500) }),
      saidOfCase(350, { fact: 'message-sent', by: 'person', kind: 'exception' }),
      saidOfCase(380, { fact: 'decided', decision: 'withdrawn', by: 'buyer' }),
    ];
    const whole = folded(...facts);

    expect(whole.attention).toContain('money-out-goods-not-back');
    for (let turn = 1; turn < facts.length; turn += 1) {
      const turned = [...facts.slice(turn), ...facts.slice(0, turn)];
      expect(folded(...turned)).toEqual(whole);
      expect(folded(...turned.toReversed(), ...facts.slice(turn))).toEqual(whole);
    }
  });
});
