import { describe, expect, it } from 'vitest';
import { actionCodes, actions } from '#shared/returns/attention/actions.ts';
import { attentionGroups } from '#shared/returns/attention/entry.ts';
import { caseEntryOf, parcelEntryOf } from '#shared/returns/attention/entry-of.ts';
import { todosInForce } from '#shared/returns/attention/in-force.ts';
import { noteActions } from '#shared/returns/attention/note-actions.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelLink } from '#shared/returns/parcel/parcel.ts';
import { noteCodes } from '#shared/returns/record/note.ts';
import type { Work } from '#shared/returns/work/part.ts';
import { minute } from '../../memory/script.ts';
import { testParcelRules } from '../../memory/test-merchant.ts';
import {
  check,
  closed,
  details,
  folded,
  heardOfParcel,
  lines,
  linkOf,
  money,
  receipt,
  refund,
  returnSentIn,
  saidOfCase,
  stateOf,
  stockIn,
} from './said.ts';

const written = { version: 3, writtenAt: minute(9000) };
const entryOf = (...observations: readonly CaseObservation[]) => caseEntryOf(folded(...observations), written);
/** What is to do a hundred minutes after the case began; of more, only once their clocks are due. */
const actionsOf = (...observations: readonly CaseObservation[]) =>
  todosInForce(entryOf(...observations), minute(100)).map(({ action }) => action);
const todoOf = (action: string, ...observations: readonly CaseObservation[]) =>
  entryOf(...observations).todos.find((todo) => todo.action === action);

const opened = returnSentIn('PA01');
const asks = (amount: number) => details({ refund: money(amount) });
const approved = saidOfCase(2, { fact: 'decided', decision: 'approved', by: 'merchant' });
const requested = saidOfCase(0, { fact: 'requested' }, { fact: 'details', details: { kind: 'return' } });
const platformDue = (kind: string, due: number, at = 5) =>
  saidOfCase(at, { fact: 'platform-deadline', kind, due: minute(due) });

describe('caseEntryOf', () => {
  it.each<[string, CaseObservation[], string[]]>([
    ['a request', [requested], ['decide']],
    [
      'a request that the platform paid',
      [requested, asks(1000), refund(5, 'F1', 1000, { by: 'platform' })],
      ['appeal', 'recover-goods'],
    ],
    ['a return on its way', [opened], []],
    [
      'a return that was signed for',
      [opened, stateOf('PA01', { fact: 'moved', stage: 'delivered', at: minute(50) })],
      ['book-in'],
    ],
    ['a return that came', [opened, stateOf('PA01', receipt(60, 2))], ['check']],
    ['a return that was checked', [opened, stateOf('PA01', receipt(60, 2), check(70, 2))], ['refund', 'stock-in']],
    [
      'a return that was stocked in',
      [opened, stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2))],
      ['refund'],
    ],
    [
      'a return that failed its check',
      [opened, stateOf('PA01', receipt(60, 2), check(70, 2, 'failed'))],
      ['contact-buyer'],
    ],
    [
      'the same once the buyer was written to',
      [
        opened,
        stateOf('PA01', receipt(60, 2), check(70, 2, 'failed')),
        saidOfCase(75, { fact: 'message-sent', by: 'person', kind: 'exception' }),
      ],
      ['settle-with-buyer'],
    ],
    ['money that went out first', [opened, asks(1000), refund(5, 'F1', 1000)], ['await-goods']],
    ['a refund that failed', [opened, asks(1000), refund(5, 'F1', 1000, { outcome: 'failed' })], ['pay-again']],
    [
      'a refund without goods',
      [saidOfCase(0, { fact: 'requested' }), details({ kind: 'refund-only', refund: money(500) }), approved],
      ['pay'],
    ],
    [
      'a stop that failed',
      [requested, approved, saidOfCase(9, { fact: 'shipment-stopped', ok: false })],
      ['stop-again'],
    ],
    [
      'a dispute',
      [requested, approved, saidOfCase(9, { fact: 'disputed', disputeId: 'D1' })],
      ['give-evidence', 'settle-dispute'],
    ],
    [
      'a parcel that is lost',
      [opened, stateOf('PA01', { fact: 'moved', stage: 'lost', at: minute(50) })],
      ['find-parcel'],
    ],
    ['a request that was closed', [requested, closed(9)], []],
  ])('says what is to do about %s', (_what, observations, expected) => {
    expect(actionsOf(...observations)).toEqual(expected);
  });

  it('names the sum that is owed for goods that are back, and since when', () => {
    const back = [opened, asks(1000), stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2))];
    expect(todoOf('refund', ...back)).toEqual({
      group: 'goods-back-money-not-out',
      action: 'refund',
      waitsOn: 'merchant',
      since: minute(80),
      stake: 1000,
    });
  });

  it('names the sum that is out for goods that are not back, and since when', () => {
    expect(todoOf('await-goods', opened, asks(1000), refund(5, 'F1', 1000))).toEqual({
      group: 'money-out-goods-not-back',
      action: 'await-goods',
      waitsOn: 'carrier',
      since: minute(5),
      stake: 1000,
    });
  });

  it('keeps the time of the platform and ours apart', () => {
    expect(entryOf(opened, platformDue('decision', 900), stateOf('PA01', receipt(60, 2)))).toMatchObject({
      platform: { kind: 'platform-decision', subject: 'decision', dueAt: minute(900) },
      own: { kind: 'qc-follow-up', dueAt: minute(60 + 8 * 60) },
    });
  });

  it('shows the time of the platform beside ours where ours is earlier', () => {
    const stocked = stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2));
    expect(entryOf(opened, platformDue('refund', 9000), stocked)).toMatchObject({
      platform: { kind: 'refund', dueAt: minute(9000) },
      own: { kind: 'refund', dueAt: minute(80 + 24 * 60) },
    });
  });

  it('asks nobody to pay for goods that are on their way before the platform’s time is near', () => {
    const entry = entryOf(opened, platformDue('refund', 9000));
    expect(todosInForce(entry, minute(100))).toEqual([]);
    expect(todosInForce(entry, minute(9000 - 7 * 60))).toMatchObject([{ action: 'pay' }]);
  });

  it('has no time of the platform for what only the buyer has to do', () => {
    const entry = entryOf(requested, approved, platformDue('buyer-ships', 9000));
    expect(entry).not.toHaveProperty('platform');
    expect(todosInForce(entry, minute(100))).toEqual([]);
  });

  it.each<[string, boolean, CaseObservation[]]>([
    ['a request', true, [requested]],
    ['a return on its way', true, [opened]],
    ['a case that was closed', false, [requested, closed(9)]],
    ['a case that was closed while the money is out', true, [opened, asks(1000), refund(5, 'F1', 1000), closed(9)]],
    [
      'a case in which all is paid and back',
      false,
      [opened, asks(1000), stateOf('PA01', receipt(60, 2), check(70, 2), stockIn(80, 2)), refund(90, 'F1', 1000)],
    ],
    [
      'a request that was declined',
      false,
      [requested, saidOfCase(5, { fact: 'decided', decision: 'declined', by: 'merchant' })],
    ],
  ])('%s is open: %s', (_what, isOpen, observations) => {
    expect(entryOf(...observations).isOpen).toBe(isOpen);
  });

  it('shows goods, numbers and sums, and no sum in another currency', () => {
    const entry = entryOf(
      opened,
      details({ orderId: 'O-1', refund: money(1000), paid: money(1200, 'USD'), reason: { code: 'stain' } }),
      refund(5, 'F1', 400),
    );
    expect(entry).toMatchObject({
      ...{ record: 'case', key: 'test:a:C1', source: 'test', shop: 'a', caseId: 'C1', ...written },
      ...{ kind: 'return', reason: 'stain', orderId: 'O-1', numbers: ['PA01'], currency: 'CNY' },
      ...{ goods: { sku: 'S1', quantity: 2, more: 0 }, skus: [], asked: 1000, refunded: 400, openedAt: minute(0) },
    });
    expect(entry).not.toHaveProperty('paid');
  });

  it('takes over what people left on the record, without who snoozed or handled it', () => {
    const work: Work = {
      owner: { person: 'p-1', since: minute(1) },
      team: 'night',
      offered: { by: 'p-1', at: minute(2), to: { person: 'p-2' } },
      flag: 'red',
      snooze: { until: minute(3), reason: 'other', at: minute(2), by: 'p-1' },
      handled: { did: 'refunded', at: minute(2), by: 'p-1', state: 'awaited' },
      notes: 2,
      touchedAt: minute(2),
    };
    const snapshot: CaseSnapshot & { work: Work } = { ...folded(requested), work };
    expect(caseEntryOf(snapshot, written).work).toEqual({
      owner: work.owner,
      team: 'night',
      offered: { at: minute(2), to: { person: 'p-2' } },
      flag: 'red',
      snooze: { until: minute(3), reason: 'other' },
      handled: { did: 'refunded', at: minute(2), state: 'awaited' },
      notes: 2,
      touchedAt: minute(2),
    });
  });

  it('stays open while the store has not confirmed what somebody did there', () => {
    const handled = { did: 'refunded', at: minute(2), by: 'p-1', state: 'awaited' } as const;
    const snapshot = { ...folded(requested, closed(9)), work: { handled, notes: 0 } };
    expect(caseEntryOf(snapshot, written).isOpen).toBe(true);
  });
});

describe('parcelEntryOf', () => {
  const came = heardOfParcel(60, [receipt(60, 2)], 'test/wms');
  const parcel = (links: readonly ParcelLink[], ...observations: (typeof came)[]) =>
    foldParcel('SF1234567', observations, links, [], testParcelRules);

  it('lists a parcel that no case counts, with its clock and what came', () => {
    expect(parcelEntryOf(parcel([], came), written, false)).toMatchObject({
      record: 'parcel',
      number: 'SF1234567',
      isOpen: true,
      warehouseId: 'east',
      since: minute(60),
      goods: lines(2),
      todos: [{ group: 'unclaimed', action: 'find-case', waitsOn: 'team', since: minute(60) }],
      own: { kind: 'unclaimed-parcel', dueAt: minute(60 + 24 * 60) },
    });
  });

  it('has nothing to say of a parcel that a case counts', () => {
    expect(parcelEntryOf(parcel([linkOf('test:a:C1', 2)], came), written, false)).toBeUndefined();
  });

  it('says of one that was listed that it is done', () => {
    expect(parcelEntryOf(parcel([linkOf('test:a:C1', 2)], came), written, true)).toMatchObject({
      isOpen: false,
      todos: [],
    });
  });
});

describe('the table of kinds', () => {
  it('has what waits for a response listed once it is due', () => {
    const request = entryOf(requested);
    expect(request.todos).toContainEqual({
      group: 'response',
      action: 'offer-solution',
      waitsOn: 'team',
      since: minute(0),
      from: minute(24 * 60),
    });
  });
});

describe('noteActions', () => {
  it('has a row for each code, whose action has a group that there is', () => {
    expect(Object.keys(noteActions).sort()).toEqual([...noteCodes].sort());
    expect(actionCodes.filter((code) => !attentionGroups.includes(actions[code].group))).toEqual([]);
  });
});
