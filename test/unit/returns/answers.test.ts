import { describe, expect, it } from 'vitest';
import type { WarehouseStatus } from '#shared/returns/pre-advice/facts.ts';
import { announcementIdOf, preAdviceKeyOf } from '#shared/returns/pre-advice/pre-advice.ts';
import { linksOf } from '#shared/returns/tracking/links.ts';
import { minute } from '../../memory/script.ts';
import { caseKey, createNarrator, folded, only, returnSentIn, saidOfCase } from './said.ts';

const idOf = (trackingNumber: string, times = 1, warehouseId = 'east') =>
  announcementIdOf(caseKey, preAdviceKeyOf({ warehouseId, trackingNumber }), times);
const answered = (
  minutes: number,
  announcementId: string,
  accepted: boolean,
  fact: 'pre-advice-answered' | 'withdrawal-answered' = 'pre-advice-answered',
) => saidOfCase(minutes, { fact, announcementId, accepted, ...(!accepted && { reason: 'no-space' }) });
const opened = returnSentIn('PA01');
const withdrawn = saidOfCase(20, { fact: 'decided', decision: 'withdrawn', by: 'buyer' });

describe('announcementIdOf', () => {
  it('is the id under which the announcement is told', () => {
    const { announcementId } = only(createNarrator().hear(opened), 'Return Tracking Assigned');

    expect(announcementId).toBe(idOf('PA01'));
  });
});

describe('acknowledgedAtOf', () => {
  const acknowledgedIn = (...all: readonly ReturnType<typeof answered>[]) =>
    folded(opened, ...all).parcels[0]?.acknowledgedAt;

  it('is the first yes to an announcement of the number', () => {
    expect(acknowledgedIn(answered(9, idOf('PA01', 3), true), answered(7, idOf('PA01'), true))).toBe(minute(7));
    expect(acknowledgedIn(answered(7, idOf('PA01'), true), answered(9, idOf('PA01'), true))).toBe(minute(7));
  });

  it.each([
    ['a no', answered(7, idOf('PA01'), false)],
    ['an answer of another number', answered(7, idOf('PA02'), true)],
    ['an announcement that nobody can place', answered(7, `${caseKey}/000000000000`, true)],
    ['an announcement beyond the twentieth', answered(7, idOf('PA01', 21), true)],
  ])('is not known from %s', (_what, answer) => {
    expect(acknowledgedIn(answer)).toBeUndefined();
  });

  it('stands beside when the number was stated, and when we first heard of it', () => {
    const again = saidOfCase(30, { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA01' }] });
    const late = { ...again, receivedAt: minute(15), facts: again.facts.map((fact) => ({ ...fact, at: minute(2) })) };

    expect(folded(late, again).parcels[0]).toMatchObject({ statedAt: minute(2), knownAt: minute(15) });
  });
});

describe('answerNotes', () => {
  it('shows a refusal while it is the last word on a parcel that should be expected', () => {
    const refused = answered(7, idOf('PA01'), false);

    expect(folded(opened, refused).notes).toEqual([{ code: 'pre-advice-refused', detail: idOf('PA01') }]);
    expect(folded(opened, refused, answered(9, idOf('PA01', 2), true)).attention).toEqual([]);
    expect(folded(opened, refused, withdrawn).attention).toEqual([]);
  });

  it('passes over a late no to an announcement that another one took the place of', () => {
    const answers = [answered(9, idOf('PA01', 2), true), answered(30, idOf('PA01'), false)];

    expect(folded(opened, ...answers).attention).toEqual([]);
  });

  it('shows a refusal to forget while the parcel is to be forgotten', () => {
    const kept = answered(25, idOf('PA01'), false, 'withdrawal-answered');
    const approved = saidOfCase(30, { fact: 'decided', decision: 'approved', by: 'merchant' });

    expect(folded(opened, withdrawn, kept)).toMatchObject({
      withdrawalAnswers: { [idOf('PA01')]: { accepted: false, at: minute(25), reason: 'no-space' } },
      attention: ['withdrawal-refused'],
    });
    expect(folded(opened, withdrawn, kept, approved).attention).toEqual([]);
  });

  it('shows a yes to an announcement that nobody was told, until the case is closed', () => {
    const stray = `${caseKey}/000000000000`;
    const closed = saidOfCase(40, { fact: 'closed' });

    expect(folded(opened, answered(7, stray, true)).notes).toEqual([{ code: 'announcement-unknown', detail: stray }]);
    expect(folded(opened, answered(7, stray, true), closed).attention).toEqual([]);
    expect(folded(opened, answered(7, stray, true), answered(9, idOf('PA01'), true)).attention).toEqual([]);
    expect(folded(opened, answered(7, idOf('PA01'), true)).attention).toEqual([]);
  });

  it('shows a refusal that it cannot place', () => {
    expect(folded(opened, answered(7, 'N1', false)).attention).toEqual(['pre-advice-refused']);
    expect(folded(opened, answered(7, 'N1', false, 'withdrawal-answered')).attention).toEqual(['withdrawal-refused']);
  });
});

describe('warehouseStatuses', () => {
  const status = (minutes: number, word: WarehouseStatus, warehouseId = 'east') =>
    saidOfCase(minutes, { fact: 'warehouse-status', warehouseId, status: word });

  it('keeps the latest of each warehouse', () => {
    const all = [status(9, 'done'), status(7, 'accepted'), status(8, 'closed', 'west')];

    expect(folded(opened, ...all).warehouseStatuses).toEqual({
      east: { status: 'done', at: minute(9) },
      west: { status: 'closed', at: minute(8) },
    });
  });

  it('calls a person while the case’s own warehouse has trouble', () => {
    expect(folded(opened, status(7, 'exception')).notes).toEqual([{ code: 'warehouse-exception', detail: 'east' }]);
    expect(folded(opened, status(7, 'rejected')).attention).toEqual(['warehouse-exception']);
    expect(folded(opened, status(7, 'exception'), status(8, 'accepted')).attention).toEqual([]);
    expect(folded(opened, status(7, 'exception', 'west')).attention).toEqual([]);
  });
});

describe('missedWebhooks', () => {
  it('names each change that no webhook told of, once, and calls nobody', () => {
    const missed = (minutes: number) => saidOfCase(minutes, { fact: 'webhook-missed' });

    expect(folded(opened, missed(20), missed(10), missed(20))).toMatchObject({
      missedWebhooks: [minute(10), minute(20)],
      attention: [],
    });
  });
});

describe('a store that stays behind its own hint', () => {
  const behind = (minutes: number) => saidOfCase(minutes, { fact: 'store-behind' });
  const shown = (minutes: number) => saidOfCase(minutes, { fact: 'platform-status', status: '7' });

  it('calls a person until it shows a state as new as the hint', () => {
    expect(folded(opened, shown(10), behind(20)).notes).toEqual([{ code: 'store-behind', detail: minute(20) }]);
    expect(folded(opened, behind(20)).attention).toEqual(['store-behind']);
    expect(folded(opened, shown(10), behind(20), shown(20)).attention).toEqual([]);
  });
});

describe('linksOf', () => {
  it('tells a parcel which carrier the case states, and where it sends the goods', () => {
    const tracking = saidOfCase(5, { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA01', carrier: 'sf' }] });

    expect(linksOf(folded(opened, tracking), 7).get('PA01')).toEqual({
      caseKey,
      revision: 7,
      stands: true,
      open: true,
      askedAt: minute(0),
      statedAt: minute(0),
      knownAt: minute(0),
      carrier: 'sf',
      warehouseId: 'east',
      lines: [{ sku: 'S1', quantity: 2 }],
    });
  });
});
