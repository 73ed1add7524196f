import { describe, expect, it } from 'vitest';
import type { CaseView } from '#shared/api/case-view.ts';
import { waitingOf } from '../../../tools/demo/welcome/next-step.ts';
import { attention, cny, hour, paid, parcel, viewOf } from './views.ts';

const { enoughAt: _, ...inPart } = paid({ amount: cny(5_000) });
const came = { parcels: [parcel({ stage: 'received', receivedAt: hour(5) })] };

describe('waitingOf', () => {
  it.each<[string, Partial<CaseView>, string]>([
    ['a wish', { headline: 'requested', decision: { value: 'new' } }, 'agent: decide'],
    ['an approval without a number', {}, 'buyer: send-back'],
    ['a refund without goods', { kind: 'refund-only' }, 'agent: refund'],
    ['a parcel on its way', { headline: 'on-its-way', parcels: [parcel({ stage: 'in-transit' })] }, 'carrier: carry'],
    ['one that nobody picked up', { headline: 'on-its-way', parcels: [parcel()] }, 'carrier: carry'],
    ['one that got stuck', { headline: 'on-its-way', parcels: [parcel({ sides: ['stuck'] })] }, 'carrier: find-parcel'],
    [
      'one that was signed for',
      { headline: 'on-its-way', parcels: [parcel({ stage: 'delivered' })] },
      'warehouse: book-in',
    ],
    ['goods at the dock', { headline: 'received', ...came, quality: 'waiting' }, 'warehouse: check'],
    ['goods that passed', { headline: 'checked', ...came, quality: 'passed' }, 'warehouse: stock-in'],
    [
      'goods that failed',
      { headline: 'checked', ...came, quality: 'failed', attention: attention('contact-buyer') },
      'agent: contact-buyer',
    ],
    [
      'goods that came after the money, and failed',
      { headline: 'closed', ...came, money: paid(), attention: attention('contact-buyer') },
      'agent: contact-buyer',
    ],
    [
      'goods that failed, once it is agreed how much is paid',
      { headline: 'stocked-in', ...came, quality: 'failed' },
      'agent: refund',
    ],
    [
      'other goods',
      { headline: 'received', ...came, attention: attention('goods-unexpected') },
      'agent: contact-buyer',
    ],
    ['goods in stock', { headline: 'stocked-in', ...came, quality: 'passed' }, 'agent: refund'],
    [
      'a refund that failed',
      { headline: 'stocked-in', ...came, money: paid({ status: 'failed' }) },
      'agent: pay-again',
    ],
    [
      'an exchange',
      { headline: 'stocked-in', ...came, kind: 'exchange', quality: 'passed' },
      'agent: send-replacement',
    ],
    [
      'a shared parcel',
      { headline: 'received', ...came, attention: attention('goods-awaiting-allotment') },
      'agent: allot',
    ],
    [
      'a held pre-advice',
      { headline: 'on-its-way', parcels: [parcel()], attention: attention('pre-advice-held') },
      'agent: clear-up',
    ],
    ['a part of the money', { headline: 'partly-refunded', ...came, money: inPart }, 'agent: refund'],
    [
      'goods that went out and come home',
      {
        headline: 'on-its-way',
        kind: 'refund-only',
        parcels: [parcel({ stage: 'in-transit', sides: ['returned-to-sender'], isOutbound: true })],
      },
      'carrier: carry',
    ],
    ['a refunded case', { headline: 'refunded', ...came, money: paid() }, 'agent: close'],
    [
      'money that went first',
      { headline: 'closed', parcels: [parcel({ stage: 'picked-up' })], money: { ...paid(), out: cny(9_900) } },
      'carrier: carry',
    ],
    [
      'a dispute',
      { headline: 'declined', decision: { value: 'declined' }, disputes: [{ disputeId: 'D' }] },
      'platform: settle-dispute',
    ],
  ])('%s waits for whom it should', (_, more, expected) => {
    const waiting = waitingOf(viewOf(more));

    expect(`${waiting?.who}: ${waiting?.step}`).toBe(expected);
  });

  it.each<[string, Partial<CaseView>]>([
    ['closed', { headline: 'closed', ...came, money: paid() }],
    ['declined', { headline: 'declined', decision: { value: 'declined' } }],
    ['withdrawn', { headline: 'withdrawn', decision: { value: 'withdrawn' }, parcels: [parcel()] }],
    [
      'of a settled dispute',
      { headline: 'closed', ...came, money: paid(), disputes: [{ disputeId: 'D', closedAt: hour(3) }] },
    ],
  ])('a case that is %s waits for nobody', (_, more) => {
    expect(waitingOf(viewOf(more))).toBeUndefined();
  });
});
