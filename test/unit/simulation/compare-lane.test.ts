import { describe, expect, it } from 'vitest';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { compareLane } from '../../simulation/compare-lane.ts';
import type { WmsOrder } from '../../simulators/order-book.ts';
import {
  type Around,
  acknowledged,
  at,
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
  readonly elsewhere?: Readonly<Partial<Record<'south' | 'north', readonly Order[]>>>;
  /** Codes. */
  readonly cancelled?: readonly string[];
  readonly answers?: readonly CaseFact[];
}

const seen = { followedAs: 'yuantong', scans: [{ state: '0', at: start }] } as const;

function differences(told: Told = {}) {
  const { orders = [rightOrder], elsewhere = {}, cancelled = [], answers = [acknowledged()], ...around } = told;
  const { versions = shippedCase() } = told;
  const { lane, life, dock, books } = laneAround({ ...seen, ...around, versions });
  for (const [warehouseId, created] of Object.entries({ hangzhou: orders, ...elsewhere })) {
    created.forEach(books[warehouseId as keyof typeof books].create);
  }
  for (const code of cancelled) {
    Object.values(books).map((book) => book.cancel(code));
  }
  const scanned =
    around.followedAs === undefined && 'followedAs' in around ? [] : [parcelSays({ stage: 'in-transit' })];
  const arrived = around.arrivedAtMs === undefined ? scanned : [parcelSays({ stage: 'received' })];
  const snapshots = new Map([[caseId, recordOf(versions, ...arrived, ...answers)]]);
  return compareLane({ lane, lived: { lives: [life], dock }, run: 'test', snapshots }).map(
    ({ about, what }) => `${about}: ${what}`,
  );
}

/** Another order of the same. */
function second(fields: Partial<Order> = {}): Order {
  return { ...rightOrder, orderCode: 'O2', content: 'two', ...fields };
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
    expect(differences({ elsewhere: { south: [rightOrder] } })).toEqual([
      `warehouse south: waits in vain for ${orderText}`,
      `warehouse south: was told once too often of ${orderText}`,
    ]);
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

  it.each<readonly [string, Told, string]>([
    ['twice with one content', { orders: [rightOrder, second()] }, `hangzhou: was told once too often of ${orderText}`],
    [
      'twice with one content, by the carrier that the feed found',
      {
        life: 'carrier-corrected',
        followedAs: 'zhongtong',
        orders: [rightOrder, second(), second({ orderCode: 'O3', carrier: 'ZTO' })],
      },
      `hangzhou: was told once too often of ${orderText}`,
    ],
    [
      'at a warehouse that it does not go to',
      { elsewhere: { north: [second()] } },
      `north: was told once too often of ${orderText}`,
    ],
    [
      'at a warehouse that only its ERP may tell',
      { elsewhere: { south: [second()] } },
      `south: was told once too often of ${orderText}`,
    ],
    [
      'under a number that nobody named',
      { orders: [rightOrder, second({ trackingNumber: 'RUBBISH' })] },
      'hangzhou: was told once too often of RUBBISH',
    ],
  ])('finds a parcel that was announced %s, though it was taken back', (_, told, what) => {
    expect(differences({ ...told, cancelled: ['O2'] }).join()).toContain(what);
  });

  it('finds an order that was created again after its withdrawal', () => {
    const { lane, life, dock, books } = laneAround({ ...seen, versions: shippedCase() });
    books.hangzhou.create(rightOrder);
    books.hangzhou.cancel('O1');
    books.hangzhou.create(rightOrder);
    const found = compareLane({ lane, lived: { lives: [life], dock }, run: 'test', snapshots: new Map() });

    expect(found.map(({ what }) => what)).toContain('order O1 was created again after its withdrawal');
  });

  it('finds an order of which Backhaul does not know that it was taken', () => {
    expect(differences({ answers: [] }).join()).toContain('the warehouse took its order, and Backhaul does not know');
  });

  it('finds an order of a withdrawn case of which Backhaul does not know that it was forgotten', () => {
    const versions = shippedCase({ status: 28, deadlineAt: 0 });
    const forgotten = acknowledged();
    const answer = { ...forgotten, fact: 'withdrawal-answered', at: at(30) } as CaseFact;
    const withdrawn = { versions, cancelled: ['O1'] };

    expect(differences(withdrawn)).toContainEqual(
      expect.stringContaining('the warehouse forgot its order, and Backhaul does not know'),
    );
    expect(differences({ ...withdrawn, answers: [forgotten, answer] })).toEqual([]);
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
