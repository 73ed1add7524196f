import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import { minute } from '../../memory/script.ts';
import {
  caseKey,
  clocksOf,
  closed,
  details,
  linkOf,
  parcelStateOf,
  receipt,
  returnSentIn,
  saidOfCase,
  stateOf,
} from './said.ts';

/* B11: nobody was told of a parcel that lay at the door of a warehouse that had not booked it in. */

describe('the clock of booking in', () => {
  const opened = returnSentIn('PA01');
  const moved = (minutes: number, stage: 'delivered' | 'returned-to-sender' | 'in-transit'): ParcelFact => ({
    fact: 'moved',
    stage,
    at: minute(minutes),
  });
  const byCase = (minutes: number): CaseObservation => ({ ...saidOfCase(minutes), facts: [receipt(minutes, 1)] });

  it('B11: runs a day from the carrier’s word that it delivered', () => {
    expect(clocksOf('booking-in', opened, stateOf('PA01', moved(60, 'delivered')))).toMatchObject([
      { subject: 'PA01', openedAt: minute(60), dueAt: minute(60 + 24 * 60), setBy: 'policy' },
    ]);
  });

  it('B11: is met by what the warehouse reports by case, and does not run where that came first', () => {
    const delivered = stateOf('PA01', moved(60, 'delivered'));

    expect(clocksOf('booking-in', opened, delivered, byCase(90))).toMatchObject([{ metAt: minute(90) }]);
    expect(clocksOf('booking-in', opened, delivered, byCase(50))).toEqual([]);
  });

  /* Where a warehouse reports by case, what it said of the first parcel was taken for a word on every later one. */
  it('B11: of one parcel of several is met by case only since it was delivered', () => {
    const [first, second] = [stateOf('PA01', moved(50, 'delivered')), stateOf('PA02', moved(3000, 'delivered'))];
    const both = [returnSentIn('PA01', 'PA02'), first, second, byCase(60)];

    expect(clocksOf('booking-in', ...both)).toMatchObject([
      { subject: 'PA01', metAt: minute(60) },
      { subject: 'PA02', openedAt: minute(3000) },
    ]);
    expect(clocksOf('booking-in', ...both)[1]?.metAt).toBeUndefined();
    expect(clocksOf('booking-in', ...both, { ...byCase(3100), facts: [receipt(3100, 1, 'R2')] })).toMatchObject([
      { subject: 'PA01', metAt: minute(60) },
      { subject: 'PA02', metAt: minute(3100) },
    ]);
  });

  /* Couriers sign for the parcels of a day in the evening: all had been booked in and paid by then, and the clocks of both ran until the case was closed. */
  it('B11: does not run of parcels that are signed for after all that is expected was booked in', () => {
    const signed = ['PA01', 'PA02'].map((number) => stateOf(number, moved(600, 'delivered')));
    const opened = returnSentIn('PA01', 'PA02');
    const all = { ...byCase(60), facts: [receipt(60, 2)] };

    expect(clocksOf('booking-in', opened, all, ...signed)).toEqual([]);
    expect(clocksOf('booking-in', opened, byCase(60), ...signed)).toHaveLength(2);
    expect(clocksOf('booking-in', opened, details({ lines: [] }), all, ...signed)).toHaveLength(2);
  });

  it('B11: is met by the first report of the parcel, where its record says when it was delivered', () => {
    const came = stateOf('PA01', moved(60, 'delivered'), receipt(100, 2));
    const facts = came.facts.map((fact) =>
      fact.fact === 'parcel-state' ? { ...fact, state: { ...fact.state, deliveredAt: minute(60) } } : fact,
    );

    expect(clocksOf('booking-in', opened, { ...came, facts })).toMatchObject([{ metAt: minute(100), missed: false }]);
    expect(clocksOf('booking-in', opened, stateOf('PA01', moved(60, 'in-transit'), receipt(100, 2)))).toEqual([]);
  });

  it('does not run of what is on its way, went back to its sender, or stands no more', () => {
    const replaced = saidOfCase(10, {
      fact: 'tracking',
      origin: 'store',
      numbers: [{ number: 'PA02' }],
      replaces: ['PA01'],
    });

    expect(clocksOf('booking-in', opened, stateOf('PA01', moved(60, 'in-transit')))).toEqual([]);
    expect(
      clocksOf('booking-in', opened, stateOf('PA01', moved(60, 'delivered'), moved(70, 'returned-to-sender'))),
    ).toEqual([]);
    expect(clocksOf('booking-in', opened, replaced, stateOf('PA01', moved(60, 'delivered')))).toEqual([]);
    expect(clocksOf('booking-in', opened, stateOf('PA01', moved(60, 'delivered')), closed(70))).toEqual([]);
  });
});

/* The store stopped a shipment, the carrier handed it to the buyer all the same, and the clock ran as if it lay at our door. */
describe('the clock of booking in, of goods that went out', () => {
  const stages = (...all: readonly ('in-transit' | 'returned-to-sender' | 'delivered')[]): ParcelFact[] =>
    all.map((stage, index) => ({ fact: 'moved', stage, at: minute(10 + index * 10) }));
  const asked = saidOfCase(
    0,
    { fact: 'requested' },
    { fact: 'details', details: { kind: 'refund-only', orderState: 'shipped', lines: [] } },
    { fact: 'decided', decision: 'approved', by: 'merchant' },
    { fact: 'outbound', origin: 'store', numbers: [{ number: 'OUT1' }], whole: true },
  );
  const stopped = saidOfCase(5, { fact: 'shipment-stopped', ok: true });
  const typed = saidOfCase(6, { fact: 'tracking', origin: 'store', numbers: [{ number: 'OUT1' }] });
  const heard = (facts: readonly ParcelFact[], link: Parameters<typeof linkOf>[2]) =>
    parcelStateOf('OUT1', facts, [linkOf(caseKey, 2, link)]);
  const out = (...facts: readonly ParcelFact[]) => heard(facts, { isOutbound: true });
  const asTyped = (...facts: readonly ParcelFact[]) => heard(facts, { isTypedOutbound: true, askedAt: minute(0) });

  it('does not run of what was stopped and delivered, without a word that it turned round', () => {
    expect(clocksOf('booking-in', asked, stopped, out(...stages('in-transit', 'delivered')))).toEqual([]);
    expect(clocksOf('booking-in', asked, stopped, out(...stages('in-transit', 'delivered'), receipt(200, 2)))).toEqual(
      [],
    );
  });

  it('runs once it was sent back and delivered, until it is booked in', () => {
    const home = stages('in-transit', 'returned-to-sender', 'delivered');

    expect(clocksOf('booking-in', asked, out(...home))).toMatchObject([{ openedAt: minute(30) }]);
    expect(clocksOf('booking-in', asked, out(...home, receipt(200, 2)))).toMatchObject([{ metAt: minute(200) }]);
  });

  it('goes by the same where the buyer typed its number', () => {
    const home = stages('in-transit', 'returned-to-sender', 'delivered');

    expect(clocksOf('booking-in', asked, typed, asTyped(...stages('in-transit', 'delivered')))).toEqual([]);
    expect(clocksOf('booking-in', asked, typed, asTyped(...home))).toMatchObject([{ openedAt: minute(30) }]);
    expect(clocksOf('booking-in', asked, typed, asTyped(...home, receipt(200, 2)))).toMatchObject([
      { metAt: minute(200) },
    ]);
  });
});
