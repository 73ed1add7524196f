import { describe, expect, it } from 'vitest';
import { compareLane } from '../../simulation/compare-lane.ts';
import type { WmsOrder } from '../../simulators/order-book.ts';
import {
  type Around,
  caseId,
  laneAround,
  number,
  parcelSays,
  recordOf,
  rightOrder,
  shippedCase,
  start,
} from './compared-lane.ts';

type Order = Omit<WmsOrder, 'orderId'>;

interface Told extends Partial<Around> {
  readonly orders?: readonly Order[];
  readonly inTheSouth?: readonly Order[];
}

const seen = { followedAs: 'yuantong', scans: [{ state: '0', at: start }] } as const;

function differences({ orders = [rightOrder], inTheSouth = [], versions = shippedCase(), ...around }: Told = {}) {
  const { lane, life, dock, books } = laneAround({ ...seen, versions, ...around });
  for (const order of orders) {
    books.hangzhou.create(order);
  }
  for (const order of inTheSouth) {
    books.south.create(order);
  }
  const scanned =
    around.followedAs === undefined && 'followedAs' in around ? [] : [parcelSays({ stage: 'in-transit' })];
  const arrived = around.arrivedAtMs === undefined ? scanned : [parcelSays({ stage: 'received' })];
  const snapshots = new Map([[caseId, recordOf(versions, ...arrived)]]);
  return compareLane({ lane, lived: { lives: [life], dock }, run: 'test', snapshots }).map(
    ({ about, what }) => `${about}: ${what}`,
  );
}

const orderText = `${number}: 1 SKU-RED-M, of order ${rightOrder.originalOrder}, by YTO`;

describe('compareLane', () => {
  it('finds nothing where everybody was told what is true', () => {
    expect(differences()).toEqual([]);
  });

  it('finds a case that Backhaul does not have', () => {
    const { lane, life, dock, books } = laneAround({ ...seen, versions: shippedCase() });
    books.hangzhou.create(rightOrder);
    const found = compareLane({ lane, lived: { lives: [life], dock }, run: 'test', snapshots: new Map() });

    expect(found.map(({ what }) => what)).toEqual(['Backhaul has no such case']);
  });

  it('finds an order that the warehouse was not told', () => {
    expect(differences({ orders: [] })).toEqual([`warehouse hangzhou: was not told of ${orderText}`]);
  });

  it.each<readonly [string, Partial<Order>]>([
    ['with another number', { trackingNumber: 'YTTEST099999' }],
    ['without a number', { trackingNumber: '' }],
    ['of another original order', { originalOrder: '1' }],
    ['by another carrier', { carrier: 'SF' }],
    ['of another quantity', { lines: [{ itemCode: 'SKU-RED-M', quantity: 2 }] }],
    ['of another item', { lines: [{ itemCode: 'SKU-BLUE-L', quantity: 1 }] }],
  ])('finds an order %s', (_, wrong) => {
    const order = { ...rightOrder, ...wrong, orderCode: 'O2', content: 'two' };

    expect(differences({ orders: [rightOrder, order] }).join()).toContain('hangzhou: waits in vain for');
  });

  it('finds an order at a warehouse that nobody of the run sends anything to', () => {
    expect(differences({ inTheSouth: [rightOrder] })).toEqual([`warehouse south: waits in vain for ${orderText}`]);
  });

  it('leaves alone what another run or a scenario beside it ordered', () => {
    const other = { ...rightOrder, orderCode: 'O2', trackingNumber: 'YTTESTL0001', originalOrder: '1', content: 'two' };

    expect(differences({ orders: [rightOrder, other] })).toEqual([]);
  });

  it('finds one code for two contents', () => {
    expect(differences({ orders: [rightOrder, { ...rightOrder, content: 'two' }] })).toEqual([
      'warehouse hangzhou: order O1 was created with two contents',
    ]);
  });

  it('finds a parcel that was announced twice', () => {
    const again = { ...rightOrder, orderCode: 'O2', content: 'two' };

    expect(differences({ orders: [rightOrder, again] })).toContain(
      `warehouse hangzhou: ${number} was announced 2 times, not 1`,
    );
  });

  it('expects the carrier that the feed found', () => {
    const corrected = { life: 'carrier-corrected', followedAs: 'zhongtong' } as const;

    expect(differences({ ...corrected, orders: [{ ...rightOrder, carrier: 'ZTO' }] })).toEqual([]);
    expect(differences(corrected).join()).toContain('was not told of');
  });

  it('finds a parcel that nobody follows', () => {
    expect(differences({ followedAs: undefined, scans: [] })).toEqual([
      `the carrier feed: nobody subscribed ${number}`,
    ]);
  });

  it('does not ask to follow a parcel that came before it was announced', () => {
    const came = { followedAs: undefined, scans: [], arrivedAtMs: start - 1000 };

    expect(differences(came).filter((what) => what.includes('subscribed'))).toEqual([]);
  });

  it('asks to follow a parcel that came long after it was announced', () => {
    const came = { followedAs: undefined, scans: [], arrivedAtMs: start + 60_000 };

    expect(differences(came).filter((what) => what.includes('subscribed'))).toHaveLength(1);
  });

  it('finds subscriptions that came too soon', () => {
    expect(differences({ tooSoon: 2 })).toEqual(['the carrier feed: 2 subscriptions came too soon']);
  });
});
