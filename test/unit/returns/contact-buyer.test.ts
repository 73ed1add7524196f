import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { GoodsFact, InspectedLine } from '#shared/returns/goods/facts.ts';
import { liabilityOf } from '#shared/returns/goods/liability.ts';
import { minute } from '../../memory/script.ts';
import {
  check,
  clocksOf,
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
} from './said.ts';

/*
 * B1: goods that were swapped or worn were booked in as defective, and the clock of 24 hours for the whole refund ran and was missed, while nobody was called. Now the
 * buyer is asked first, within an hour, and what is due follows from the answer.
 */

const checkOf = (minutes: number, line: Partial<InspectedLine>): GoodsFact => ({
  ...(check(minutes, 2) as Extract<GoodsFact, { fact: 'inspected' }>),
  lines: [{ sku: 'S1', quantity: 2, result: 'failed', ...line }],
});
const defectiveAt = (minutes: number) =>
  ({ ...stockIn(minutes, 2), lines: [{ sku: 'S1', quantity: 2, condition: 'defective' }] }) as GoodsFact;
const asks = (amount: number, minutes: number) => details({ refund: money(amount) }, minutes);
const pays = (amount: number, minutes: number, by: 'merchant' | 'platform' = 'merchant') =>
  refund(minutes, 'F1', amount, { by });
const writes = (minutes: number, by: 'bot' | 'ai' | 'person') =>
  saidOfCase(minutes, { fact: 'message-sent', by, kind: 'exception' });

const opened = returnSentIn('PA01');
const found = checkOf(70, { finding: 'swapped' });
const swapped = stateOf('PA01', receipt(60, 2), found, stockIn(80, 2));
const failed = [opened, asks(1000, 1), swapped];
const contactsOf = (...observations: readonly CaseObservation[]) =>
  folded(...observations)
    .notes.filter(({ code }) => code === 'contact-buyer')
    .map(({ detail }) => detail);

describe('concernOf', () => {
  it('B1: has the buyer asked of swapped goods within an hour, and no refund due by policy', () => {
    expect(contactsOf(...failed)).toEqual(['swapped']);
    expect(clocksOf('exception-contact', ...failed)).toMatchObject([
      { subject: 'case', openedAt: minute(70), dueAt: minute(130), setBy: 'policy' },
    ]);
    expect(clocksOf('refund', ...failed)).toEqual([]);
    expect(folded(...failed)).toMatchObject({ liability: 'buyer', money: { outstanding: money(1000) } });
    expect(folded(...failed).money).not.toHaveProperty('back');
  });

  it.each<[string, Partial<InspectedLine>, string[]]>([
    ['failed without a finding', {}, ['failed']],
    ['would deduct', { result: 'passed-with-deduction', finding: 'washed' }, ['washed']],
    ['passed with a finding', { result: 'passed', finding: 'carton-damaged' }, ['carton-damaged']],
    ['passed', { result: 'passed' }, []],
  ])('asks where a check %s', (_what, line, found) => {
    expect(contactsOf(opened, stateOf('PA01', receipt(60, 2), checkOf(70, line)))).toEqual(found);
  });

  it('asks where goods are stocked in as defective and nobody told of a check', () => {
    const booked = stateOf('PA01', receipt(60, 2), defectiveAt(80));

    expect(contactsOf(opened, booked)).toEqual(['failed']);
    expect(clocksOf('exception-contact', opened, booked)).toMatchObject([{ openedAt: minute(80) }]);
  });

  it('B1: leaves the platform’s own deadline as it is', () => {
    const due = saidOfCase(5, { fact: 'platform-deadline', kind: 'refund', due: minute(500) });

    expect(clocksOf('refund', ...failed, due)).toMatchObject([{ dueAt: minute(500), setBy: 'platform' }]);
  });

  it.each(['person', 'ai'] as const)('is met by what %s writes after the check, and is still to be settled', (by) => {
    expect(clocksOf('exception-contact', ...failed, writes(90, by))).toMatchObject([{ metAt: minute(90) }]);
    expect(contactsOf(...failed, writes(90, by))).toEqual(['swapped']);
  });

  it('is met neither by a bot nor by what was written before', () => {
    const [clock] = clocksOf('exception-contact', ...failed, writes(90, 'bot'), writes(69, 'person'));

    expect(clock).not.toHaveProperty('metAt');
  });

  it('is settled when the check is corrected: then the refund is due as of the stock-in', () => {
    const corrected = stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2));

    expect(contactsOf(opened, corrected)).toEqual([]);
    expect(clocksOf('exception-contact', opened, corrected)).toEqual([]);
    expect(clocksOf('refund', opened, corrected)).toMatchObject([{ openedAt: minute(80) }]);
  });

  it('is settled when the store names another sum: that is owed from then on', () => {
    const agreed = asks(600, 200);

    expect(contactsOf(...failed, agreed)).toEqual([]);
    expect(clocksOf('exception-contact', ...failed, agreed)).toMatchObject([{ metAt: minute(200) }]);
    expect(clocksOf('refund', ...failed, agreed)).toMatchObject([{ openedAt: minute(200) }]);
    expect(clocksOf('refund', ...failed, agreed, pays(600, 300))).toMatchObject([{ metAt: minute(300) }]);
    expect(folded(...failed, agreed, pays(600, 300)).headline).toBe('refunded');
  });

  it('is not settled by the same sum said again, nor by one that was named before the check', () => {
    expect(contactsOf(...failed, asks(1000, 200))).toEqual(['swapped']);
    expect(contactsOf(opened, asks(900, 1), asks(1000, 50), swapped)).toEqual(['swapped']);
  });

  it('is settled when what is owed is paid, or the case ends, after the check', () => {
    expect(contactsOf(...failed, pays(999, 100))).toEqual(['swapped']);
    expect(contactsOf(...failed, pays(1000, 100))).toEqual([]);
    expect(contactsOf(...failed, closed(100))).toEqual([]);
    expect(clocksOf('exception-contact', ...failed, closed(100))).toEqual([]);
  });

  it('B4: asks of swapped goods that come after the platform paid and the case was closed', () => {
    const all = [...failed, pays(1000, 20, 'platform'), closed(21)];

    expect(folded(...all).headline).toBe('closed');
    expect(contactsOf(...all)).toEqual(['swapped']);
  });

  it('tells that a person is needed, and when not any more', () => {
    const { hear } = createNarrator();

    expect(only(hear(...failed), 'Case Needs Attention').reasons).toEqual(['contact-buyer']);
    expect(hear(...failed, asks(600, 200)).map(({ type }) => type)).toContain('Case Attention Cleared');
  });

  it('B1: a store that books what it paid before agreed on nothing', () => {
    const said = [opened, asks(1000, 1), pays(1000, 30, 'platform'), closed(31)];
    const came = stateOf('PA01', receipt(60, 2), found);

    expect(folded(...said, came, asks(950, 200)).attention).toContain('contact-buyer');
  });

  it('B1: a check that finds just what the buyer said calls nobody, and the refund is due', () => {
    const because = details({ reason: { code: 'swapped' } });
    const [clock] = clocksOf('refund', opened, because, swapped);

    expect(folded(opened, because, swapped).attention).not.toContain('contact-buyer');
    expect(clock).toMatchObject({ subject: 'case' });
    expect(clock).not.toHaveProperty('metAt');
  });

  /* Two defective units were booked in, a check of one of them found what the buyer had said, and the refund of both was due. */
  it('B1: a check that finds what the buyer said of one unit hides no other that failed', () => {
    const because = details({ reason: { code: 'damaged' } });
    const one = checkOf(70, { quantity: 1, finding: 'damaged' });
    const both = [opened, because, stateOf('PA01', receipt(60, 2), one, defectiveAt(80))];

    expect(contactsOf(...both)).toEqual(['failed']);
    expect(clocksOf('refund', ...both)).toEqual([]);
    expect(clocksOf('exception-contact', ...both)).toMatchObject([{ openedAt: minute(80) }]);
  });

  it('B1: what was agreed after one unit failed settles nothing of another that is booked in as defective later', () => {
    const one = checkOf(70, { quantity: 1, finding: 'worn' });
    const came = stateOf('PA01', receipt(60, 2), one, defectiveAt(120));

    expect(contactsOf(opened, asks(1000, 1), came, asks(700, 90))).toEqual(['failed']);
    expect(contactsOf(opened, asks(1000, 1), came, asks(700, 130))).toEqual([]);
  });

  it.each([
    ['one of two came', 1, 'S1'],
    ['other goods came', 2, 'S9'],
  ])('asks where %s and passed, and no refund is due before it is agreed how much', (_what, quantity, sku) => {
    const facts = [receipt(60, quantity), check(70, quantity), stockIn(80, quantity)].map((fact) => ({
      ...fact,
      lines: (fact.lines ?? []).map((line) => ({ ...line, sku })),
    })) as GoodsFact[];
    const all = [opened, asks(1000, 1), stateOf('PA01', ...facts)];

    expect(contactsOf(...all)).toEqual(['missing']);
    expect(clocksOf('exception-contact', ...all)).toMatchObject([{ openedAt: minute(70) }]);
    expect(clocksOf('refund', ...all)).toEqual([]);
    expect(folded(...all)).not.toHaveProperty('liability');
    expect(clocksOf('refund', ...all, asks(500, 90))).toMatchObject([{ openedAt: minute(90) }]);
  });

  it('does not ask of goods that may be in a parcel that travels, nor before what came was checked', () => {
    const two = returnSentIn('PA01', 'PA02');
    const first = stateOf('PA01', receipt(60, 1), check(70, 1));

    expect(contactsOf(two, first)).toEqual([]);
    expect(contactsOf(two, first, stateOf('PA02', receipt(80, 0)))).toEqual(['missing']);
    expect(contactsOf(opened, stateOf('PA01', receipt(60, 1)))).toEqual([]);
  });

  it('B4: of a case that is closed, a person’s word after the check settles it', () => {
    const ended = [opened, closed(31), stateOf('PA01', receipt(60, 2), found)];

    expect(folded(...ended).attention).toContain('contact-buyer');
    expect(folded(...ended, writes(90, 'person')).attention).not.toContain('contact-buyer');
  });
});

/*
 * Whatever ended a dispute or the case let the whole sum stand as *goods back, money not out*: also where the merchant was right, or the buyer had taken the dispute back.
 */
describe('what settled a concern', () => {
  const judged = (minutes: number, outcome?: string, disputeId = 'D1') =>
    saidOfCase(minutes, { fact: 'dispute-closed', disputeId, ...(outcome && { outcome }) });
  const standOf = (...observations: readonly CaseObservation[]) => {
    const { attention, money: sums } = folded(...observations);
    return { attention, back: sums.back, refundFrom: clocksOf('refund', ...observations)[0]?.openedAt };
  };

  it('leaves nothing to pay where a dispute was judged for the merchant', () => {
    expect(standOf(...failed, judged(90, 'merchant'))).toEqual({
      attention: [],
      back: undefined,
      refundFrom: undefined,
    });
  });

  it('has the sum paid where a dispute was judged for the buyer, from then on', () => {
    expect(standOf(...failed, judged(90, 'buyer'))).toEqual({
      attention: [],
      back: money(1000),
      refundFrom: minute(90),
    });
    expect(clocksOf('refund', ...failed, judged(90, 'buyer'), pays(1000, 95))).toMatchObject([{ metAt: minute(95) }]);
  });

  it('goes by the last judgement, and by what was agreed since', () => {
    const forMerchant = [...failed, judged(90, 'buyer'), judged(100, 'merchant', 'D2')];
    const agreedSince = [...failed, judged(90, 'merchant'), asks(600, 200)];

    expect(standOf(...forMerchant)).toMatchObject({ back: undefined, refundFrom: undefined });
    expect(standOf(...agreedSince)).toMatchObject({ back: money(600), refundFrom: minute(200) });
    expect(standOf(...failed, asks(600, 80), judged(90, 'merchant'))).toMatchObject({ back: undefined });
  });

  it.each([undefined, 'withdrawn'])('is nothing of a dispute that ended with %s', (outcome) => {
    expect(standOf(...failed, judged(90, outcome))).toMatchObject({
      attention: ['contact-buyer'],
      back: undefined,
      refundFrom: undefined,
    });
  });

  it('leaves nothing to pay where the case was closed after the check, but for what was agreed', () => {
    expect(standOf(...failed, closed(100))).toMatchObject({ attention: [], back: undefined });
    expect(standOf(...failed, asks(600, 90), closed(100))).toMatchObject({ attention: [], back: money(600) });
  });

  it('keeps goods that passed in sight of a closed case that nobody paid', () => {
    const passed = stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2));

    expect(standOf(opened, passed, closed(100))).toMatchObject({ back: money(1000) });
  });

  it('meets the clock of the contact where it was a judgement, so that nothing is missed afterwards', () => {
    const all = [...failed, judged(90, 'merchant')];
    const [clock] = clocksOf('exception-contact', ...all);
    const tick = saidOfCase(131, { fact: 'tick', deadlineId: clock?.id ?? '', phase: 'due', count: 0 });

    expect(clock).toMatchObject({ metAt: minute(90) });
    expect(folded(...all, tick).attention).toEqual([]);
  });

  it('is the word of a person where the request had ended before the goods came, too', () => {
    const declined = saidOfCase(50, { fact: 'decided', decision: 'declined', by: 'merchant' });

    expect(contactsOf(...failed, declined)).toEqual(['swapped']);
    expect(contactsOf(...failed, declined, writes(100, 'bot'))).toEqual(['swapped']);
    expect(contactsOf(...failed, declined, writes(100, 'person'))).toEqual([]);
  });
});

/* 1000, then 800 after the check, then 1000 again: the agreement of before stood, and its clock ran for the whole sum. */
describe('refundLoweredAt', () => {
  it('is no agreement any more once the store asks for more again, or in another currency', () => {
    const raised = [...failed, asks(800, 90), asks(1000, 100)];
    const otherwise = [...failed, asks(800, 90), details({ refund: money(120, 'USD') }, 100)];

    for (const all of [raised, otherwise]) {
      expect(contactsOf(...all)).toEqual(['swapped']);
      expect(clocksOf('refund', ...all)).toEqual([]);
      expect(folded(...all).money).not.toHaveProperty('back');
    }
  });

  it('stands when the same sum is said again, and is a new one where less is said', () => {
    expect(clocksOf('refund', ...failed, asks(800, 90), asks(800, 100))).toMatchObject([{ openedAt: minute(90) }]);
    expect(clocksOf('refund', ...failed, asks(800, 90), asks(900, 95), asks(700, 100))).toMatchObject([
      { openedAt: minute(100) },
    ]);
  });
});

describe('liabilityOf', () => {
  it.each([
    ['buyer', ['swapped', 'worn']],
    ['unclear', ['swapped', 'damaged']],
    ['unclear', ['empty']],
    ['unclear', ['constructor']],
    ['carrier', ['carton-damaged']],
    [undefined, []],
  ] as const)('is %s for %j', (liability, findings) => {
    expect(liabilityOf(findings)).toBe(liability);
  });
});
