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
    const defective = { ...stockIn(80, 2), lines: [{ sku: 'S1', quantity: 2, condition: 'defective' }] } as GoodsFact;

    expect(contactsOf(opened, stateOf('PA01', receipt(60, 2), defective))).toEqual(['failed']);
    expect(clocksOf('exception-contact', opened, stateOf('PA01', receipt(60, 2), defective))).toMatchObject([
      { openedAt: minute(80) },
    ]);
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

  it('B4: of a case that is closed, a person’s word after the check settles it', () => {
    const ended = [opened, closed(31), stateOf('PA01', receipt(60, 2), found)];

    expect(folded(...ended).attention).toContain('contact-buyer');
    expect(folded(...ended, writes(90, 'person')).attention).not.toContain('contact-buyer');
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
