import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { Deadline } from '#shared/returns/deadlines/part.ts';
import type { CaseLine } from '#shared/returns/opening/facts.ts';
import type { ParcelFact } from '#shared/returns/parcel/facts.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import { caseKey, createNarrator, folded, only, receipt, returnSentIn, saidOfCase, stateOf } from './said.ts';

/*
 * B5, B6: of the deadlines that platforms set only that of the refund was a clock: a replacement that was late, and a request that nobody answered, were seen when the platform
 * had decided. B7, B11, B12: nobody was told of a return asked for too late, of a parcel that lay at the door, and of goods on their way of which no store decided.
 */

const requested = saidOfCase(0, { fact: 'requested' });
const decided = (minutes: number, decision: 'approved' | 'declined' | 'withdrawn') =>
  saidOfCase(minutes, { fact: 'decided', decision, by: 'merchant' });
const platformSays = (minutes: number, kind: string, due?: number) =>
  saidOfCase(minutes, { fact: 'platform-deadline', kind, ...(due !== undefined && { due: minute(due) }) });
const closed = (minutes: number) => saidOfCase(minutes, { fact: 'closed' });

function clocksOf(kind: Deadline['kind'], ...observations: readonly CaseObservation[]): Deadline[] {
  return Object.values(folded(...observations).deadlines).filter((each) => each.kind === kind);
}

describe('the platform’s own deadlines', () => {
  const exchange = saidOfCase(0, { fact: 'details', details: { kind: 'exchange' } });
  const shipped = (minutes: number) => saidOfCase(minutes, { fact: 'replacement-shipped', trackingNumber: 'SF1' });

  it('B5: are a clock of the replacement, met when it is shipped', () => {
    const due = platformSays(20, 'replacement', 900);

    expect(clocksOf('replacement', exchange, due)).toMatchObject([
      { subject: 'case', openedAt: minute(20), dueAt: minute(900), setBy: 'platform' },
    ]);
    expect(clocksOf('replacement', exchange, due, shipped(100))).toMatchObject([{ metAt: minute(100), missed: false }]);
    expect(clocksOf('replacement', exchange, due, shipped(1000))).toMatchObject([{ missed: true }]);
    expect(clocksOf('replacement', exchange, due, shipped(10))).toEqual([]);
    expect(clocksOf('replacement', exchange, due, platformSays(30, 'replacement'))).toEqual([]);
  });

  it('B6: are a clock from the first reading, before anybody touched the request', () => {
    const due = platformSays(20, 'decision', 900);
    const [clock] = clocksOf('platform-decision', requested, due, platformSays(500, 'decision', 900));

    expect(clock).toMatchObject({ subject: 'decision', openedAt: minute(20), dueAt: minute(900), setBy: 'platform' });
    expect(only(createNarrator().hear(requested, due), 'Deadline Opened')).toMatchObject({
      kind: 'platform-decision',
      subject: 'decision',
    });
    expect(folded(requested, due, saidOfCase(900, tickOf(clock?.id ?? ''))).attention).toEqual(['deadline-missed']);
  });

  it('B6: are met by the first answer since then, whatever is decided later', () => {
    const due = platformSays(20, 'decision', 900);

    expect(clocksOf('platform-decision', requested, due, decided(50, 'declined'))).toMatchObject([
      { metAt: minute(50) },
    ]);
    expect(clocksOf('platform-decision', due, decided(50, 'approved'), decided(1000, 'withdrawn'))).toMatchObject([
      { metAt: minute(50), missed: false },
    ]);
    expect(clocksOf('platform-decision', requested, due, decided(10, 'approved'))[0]).not.toHaveProperty('metAt');
  });

  it('B6: are stopped by an end in time, and by none after it', () => {
    const due = platformSays(20, 'decision', 900);

    expect(clocksOf('platform-decision', requested, due, decided(50, 'withdrawn'))).toEqual([]);
    expect(clocksOf('platform-decision', requested, due, closed(899))).toEqual([]);
    expect(clocksOf('platform-decision', requested, due, closed(901))).toHaveLength(1);
  });

  it('B6: are met by a number that stands, where the buyer has to ship', () => {
    const due = platformSays(0, 'buyer-ships', 900);

    expect(clocksOf('platform-decision', returnSentIn(), due)[0]).not.toHaveProperty('metAt');
    expect(clocksOf('platform-decision', returnSentIn('PA01'), due)).toMatchObject([
      { subject: 'buyer-ships', metAt: minute(0) },
    ]);
  });

  it('B6: of any other kind run until the platform takes them away, each by itself', () => {
    const two = [platformSays(20, 'constructor', 900), platformSays(20, 'evidence', 800)];

    expect(clocksOf('platform-decision', ...two).map(({ subject }) => subject)).toEqual(['constructor', 'evidence']);
    expect(clocksOf('platform-decision', ...two, platformSays(30, 'evidence')).map(({ subject }) => subject)).toEqual([
      'constructor',
    ]);
  });

  it('leave the refund to its own clock', () => {
    expect(clocksOf('platform-decision', platformSays(20, 'refund', 900))).toEqual([]);
    expect(clocksOf('refund', platformSays(20, 'refund', 900))).toHaveLength(1);
  });
});

function tickOf(deadlineId: string) {
  return { fact: 'tick', deadlineId, phase: 'due', count: 0 } as const;
}

describe('the clock of booking in', () => {
  const opened = returnSentIn('PA01');
  const moved = (minutes: number, stage: 'delivered' | 'returned-to-sender' | 'in-transit'): ParcelFact => ({
    fact: 'moved',
    stage,
    at: minute(minutes),
  });

  it('B11: runs a day from the carrier’s word that it delivered', () => {
    expect(clocksOf('booking-in', opened, stateOf('PA01', moved(60, 'delivered')))).toMatchObject([
      { subject: 'PA01', openedAt: minute(60), dueAt: minute(60 + 24 * 60), setBy: 'policy' },
    ]);
  });

  it('B11: is met by what the warehouse reports by case, and does not run where that came first', () => {
    const delivered = stateOf('PA01', moved(60, 'delivered'));
    const byCase = (minutes: number): CaseObservation => ({ ...saidOfCase(minutes), facts: [receipt(minutes, 2)] });

    expect(clocksOf('booking-in', opened, delivered, byCase(90))).toMatchObject([{ metAt: minute(90) }]);
    expect(clocksOf('booking-in', opened, delivered, byCase(50))).toEqual([]);
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

describe('goods on their way of which nobody decided', () => {
  const sent = saidOfCase(5, { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA01' }] });
  const codesOf = (...observations: readonly CaseObservation[]) =>
    folded(...observations).notes.map(({ code, detail }) => `${code} ${detail}`);

  it('B12: call a person until somebody decides, or closes the case', () => {
    expect(codesOf(requested, sent)).toEqual(['not-decided-goods-on-the-way PA01']);
    expect(codesOf(requested, sent, decided(10, 'approved'))).toEqual([]);
    expect(codesOf(requested, sent, decided(10, 'declined'))).toEqual([]);
    expect(codesOf(requested, sent, closed(10))).toEqual([]);
    expect(codesOf(requested)).toEqual([]);
  });
});

describe('a return without a reason', () => {
  /** Asked for on a day of March at an hour of Shanghai, signed for on the first at noon. */
  const shanghai = (day: number, hour: number) => new Date(Date.UTC(2026, 2, day, hour - 8)).toISOString() as Instant;
  const line = (fields: Partial<CaseLine> = {}): CaseLine => ({ lineId: '1', sku: 'S1', quantity: 1, ...fields });
  const codesOf = (
    openedAt: Instant,
    { noReason = testRules.noReason, timeZone = testRules.timeZone, ...fields }: Record<string, unknown> = {},
  ) => {
    const details = {
      kind: 'return',
      reason: { code: 'changed-mind' },
      deliveredAt: shanghai(1, 12),
      lines: [line()],
      ...fields,
    };
    const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    const facts = [
      { fact: 'requested', at: openedAt },
      { fact: 'details', at: openedAt, details: known },
    ];
    const said = { id: 'o1', from: 'test/shop-a', receivedAt: openedAt, facts } as CaseObservation;
    return foldCase(caseKey, [said], [], { ...testRules, noReason, timeZone } as never).notes.map(
      ({ code, detail }) => `${code} ${detail}`,
    );
  };
  const outside = ['outside-no-reason-window 1'];

  it('B7: is outside the window on the eighth day after signing, counted at the application, by the merchant’s days', () => {
    expect(codesOf(shanghai(8, 23))).toEqual([]);
    expect(codesOf(shanghai(9, 0))).toEqual(outside);
    expect(codesOf(shanghai(12, 9))).toEqual(outside);
    expect(codesOf(shanghai(9, 0), { timeZone: 'UTC' })).toEqual([]);
  });

  it('B7: goes by the item’s own days first, then by its category, then by the shop’s promise', () => {
    const noReason = { days: 15, exemptCategories: ['underwear'] };

    expect(codesOf(shanghai(12, 9), { lines: [line({ noReasonDays: 15 })] })).toEqual([]);
    expect(codesOf(shanghai(2, 9), { lines: [line({ noReasonDays: 0 })] })).toEqual(outside);
    expect(codesOf(shanghai(2, 9), { lines: [line({ category: 'underwear' })], noReason })).toEqual(outside);
    expect(codesOf(shanghai(2, 9), { lines: [line({ category: 'underwear', noReasonDays: 7 })], noReason })).toEqual(
      [],
    );
    expect(codesOf(shanghai(12, 9), { noReason })).toEqual([]);
    expect(codesOf(shanghai(17, 9), { noReason, lines: [] })).toEqual(['outside-no-reason-window case']);
  });

  it('B7: names the lines that are outside', () => {
    const lines = [line({ lineId: '3', noReasonDays: 0 }), line(), line({ lineId: '2', noReasonDays: 0 })];

    expect(codesOf(shanghai(2, 9), { lines })).toEqual(['outside-no-reason-window 2, 3']);
  });

  it('is not spoken of where there is a reason, another kind of case, or no signing', () => {
    expect(codesOf(shanghai(12, 9), { reason: { code: 'quality-defect' } })).toEqual([]);
    expect(codesOf(shanghai(12, 9), { kind: 'exchange' })).toEqual([]);
    expect(codesOf(shanghai(12, 9), { deliveredAt: undefined })).toEqual([]);
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
