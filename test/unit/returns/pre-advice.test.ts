import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/observation.ts';
import { createNarrator, only, receipt, returnSentIn, saidOfCase, stateOf, typesOf } from './said.ts';

const track = (minutes: number, number: string, replaces?: string): CaseObservation =>
  saidOfCase(minutes, {
    fact: 'tracking',
    origin: 'store',
    numbers: [{ number, carrier: 'sf' }],
    ...(replaces && { replaces: [replaces] }),
  });
const toWarehouse = (minutes: number, warehouseId: string) =>
  saidOfCase(minutes, { fact: 'details', details: { warehouseId } });
const decided = (minutes: number, decision: 'approved' | 'withdrawn') =>
  saidOfCase(minutes, { fact: 'decided', decision, by: 'buyer' });

describe('preAdviceTellings', () => {
  it('announces a parcel in the warehouse’s own codes, with the return address and without a contact', () => {
    const { hear } = createNarrator();
    const reason = saidOfCase(1, { fact: 'details', details: { reason: { code: 'broken' } } });
    const advice = only(hear(returnSentIn(), track(1, 'PA01'), reason), 'Return Tracking Assigned');

    expect(advice).toMatchObject({
      warehouseId: 'east',
      trackingNumber: 'PA01',
      carrier: 'SF',
      caseId: 'C1',
      lines: [{ sku: 'E-1', quantity: 2 }],
      check: ['quantity', 'condition', 'broken'],
      returnAddress: { country: 'CN', region: 'R', city: 'C', line: 'L 1' },
    });
    expect(JSON.stringify(advice)).not.toContain('phone');
  });

  it.each([
    [
      'is not approved',
      [
        saidOfCase(0, {
          fact: 'details',
          details: { warehouseId: 'east', lines: [{ lineId: '1', sku: 'S1', quantity: 1 }] },
        }),
        track(1, 'PA01'),
      ],
    ],
    ['has no lines', [toWarehouse(0, 'east'), decided(0, 'approved'), track(1, 'PA01')]],
    ['has no number', [returnSentIn()]],
    ['goes to a warehouse that another system tells', [returnSentIn('PA01'), toWarehouse(1, 'erp')]],
    ['goes to a warehouse that nobody knows', [returnSentIn('PA01'), toWarehouse(1, 'nowhere')]],
  ])('announces nothing while the case %s', (_what, observations) => {
    expect(typesOf(createNarrator().hear(...observations), 'Return Tracking')).toEqual([]);
  });

  it('tells it once per content: a parcel that moves changes nothing', () => {
    const { hear } = createNarrator();
    hear(returnSentIn('PA01'));

    expect(typesOf(hear(returnSentIn('PA01'), stateOf('PA01', receipt(60, 2))), 'Return Tracking')).toEqual([]);
  });

  it('names what a changed content replaces, with another announcement id', () => {
    const { hear } = createNarrator();
    const first = only(hear(returnSentIn('PA01')), 'Return Tracking Assigned');
    const orderId = saidOfCase(1, { fact: 'details', details: { orderId: 'O2' } });
    const second = only(hear(returnSentIn('PA01'), orderId), 'Return Tracking Replaced');

    expect(second.replaces).toEqual([{ announcementId: first.announcementId, trackingNumber: 'PA01' }]);
    expect(second.announcementId).not.toBe(first.announcementId);
    expect(second.orderId).toBe('O2');
  });

  it('tells three times of a number that is replaced and put back', () => {
    const { hear } = createNarrator();
    const words = [returnSentIn('PA01'), track(10, 'PA02', 'PA01'), track(20, 'PA01', 'PA02')] as const;
    const first = only(hear(words[0]), 'Return Tracking Assigned');
    const second = only(hear(...words.slice(0, 2)), 'Return Tracking Replaced');
    const third = only(hear(...words), 'Return Tracking Replaced');

    expect(second).toMatchObject({
      trackingNumber: 'PA02',
      replaces: [{ announcementId: first.announcementId, trackingNumber: 'PA01' }],
    });
    expect(third).toMatchObject({
      trackingNumber: 'PA01',
      replaces: [{ announcementId: second.announcementId, trackingNumber: 'PA02' }],
    });
    expect(third.announcementId).not.toBe(first.announcementId);
    expect(hear(...words)).toEqual([]);
  });

  it('gives the lines to the first parcel only', () => {
    const changes = createNarrator().hear(returnSentIn('PA01', 'PA02', 'PA03'));
    const advices = changes.flatMap((change) => (change.type === 'Return Tracking Assigned' ? [change.data] : []));

    expect(advices.map(({ trackingNumber, lines }) => [trackingNumber, lines.length])).toEqual([
      ['PA01', 1],
      ['PA02', 0],
      ['PA03', 0],
    ]);
  });

  it('withdraws it from the one warehouse and announces it to the other', () => {
    const { hear } = createNarrator();
    const first = only(hear(returnSentIn('PA01')), 'Return Tracking Assigned');
    const changes = hear(returnSentIn('PA01'), toWarehouse(10, 'west'));

    expect(only(changes, 'Return Tracking Withdrawn')).toMatchObject({
      announcementId: first.announcementId,
      warehouseId: 'east',
    });
    expect(only(changes, 'Return Tracking Assigned')).toMatchObject({
      warehouseId: 'west',
      lines: [{ sku: 'S1', quantity: 2 }],
    });
  });

  it('withdraws every parcel of a withdrawn case, once, and announces them anew when it is approved again', () => {
    const { hear } = createNarrator();
    const start = returnSentIn('PA01', 'PA02');
    hear(start);
    const withdrawn = decided(10, 'withdrawn');

    expect(typesOf(hear(start, withdrawn), 'Return Tracking')).toEqual([
      'Return Tracking Withdrawn',
      'Return Tracking Withdrawn',
    ]);
    expect(hear(start, withdrawn)).toEqual([]);
    expect(typesOf(hear(start, withdrawn, decided(20, 'approved')), 'Return Tracking')).toEqual([
      'Return Tracking Assigned',
      'Return Tracking Assigned',
    ]);
  });

  it('withdraws what no new number stands for', () => {
    const { hear } = createNarrator();
    const start = returnSentIn('PA01', 'PA02');
    hear(start);
    const whole = saidOfCase(10, { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA02' }], whole: true });
    const changes = hear(start, whole);

    expect(only(changes, 'Return Tracking Withdrawn')).toMatchObject({ trackingNumber: 'PA01' });
    expect(only(changes, 'Return Tracking Replaced')).toMatchObject({
      trackingNumber: 'PA02',
      lines: [{ quantity: 2 }],
    });
  });
});
