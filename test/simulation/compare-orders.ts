import type { DoudianTruth } from '../simulators/doudian-case.ts';
import type { DoudianShop } from '../simulators/doudian-shop.ts';
import type { Kuaidi100Feed } from '../simulators/kuaidi100-feed.ts';
import type { OrderBook, WmsOrder } from '../simulators/order-book.ts';
import { type CaseLife, carrierOf, numberPrefixOf } from './case-life.ts';
import type { Compared } from './compare-lane.ts';
import type { Difference } from './difference.ts';
import { warehouseOf } from './lane-merchant.ts';
import { surplus } from './surplus.ts';

type Warehouse = Pick<OrderBook, 'live' | 'taken' | 'conflicts' | 'late' | 'toldOf' | 'takenAt'>;

export interface OrderedLane {
  readonly doudian: Pick<DoudianShop, 'truth'>;
  readonly feed: Pick<Kuaidi100Feed, 'subscriptionOf'>;
  readonly hangzhou: Warehouse;
  readonly south: Warehouse;
  readonly north: Warehouse;
}

const warehouseIds = ['hangzhou', 'south', 'north'] as const;
type WarehouseId = (typeof warehouseIds)[number];

/**
 * Every order of this run at any warehouse. Those that stand, against those that should: number, goods, original order and carrier, each
 * as often as there are cases. Those that it ever took, against those that it ever had reason to be told of: each once.
 */
export function compareOrders(compared: Compared): Difference[] {
  return warehouseIds.flatMap((warehouseId) => {
    const wms = compared.lane[warehouseId];
    const textsOf = (orders: readonly WmsOrder[]) =>
      orders
        .filter((order) => isOurs(order, compared))
        .map(orderText)
        .sort();
    const live = textsOf(wms.live());
    const expected = expectedOrders(compared, warehouseId);
    const whats = [
      ...surplus(expected, live).map((order) => `was not told of ${order}`),
      ...surplus(live, expected).map((order) => `waits in vain for ${order}`),
      ...surplus(textsOf(wms.taken()), everTrueOrders(compared, warehouseId)).map(
        (order) => `was told once too often of ${order}`,
      ),
      ...wms.conflicts().map((code) => `order ${code} was created with two contents`),
      ...wms.late().map((code) => `order ${code} was created again after its withdrawal`),
    ];
    return whats.map((what) => ({ about: `warehouse ${warehouseId}`, what }));
  });
}

/** By its number or by its original order; one without a number is nobody else's. */
function isOurs({ trackingNumber, originalOrder }: WmsOrder, { lane, lived, run }: Compared): boolean {
  const isOfCase = lived.lives.some(({ id }) => lane.doudian.truth(id).orderId === originalOrder);
  return trackingNumber === '' || trackingNumber.startsWith(numberPrefixOf(run)) || isOfCase;
}

function expectedOrders({ lane, lived }: Compared, warehouseId: WarehouseId): string[] {
  return lived.lives
    .filter((life) => life.warehouseId === warehouseId)
    .map((life) => ({ life, truth: lane.doudian.truth(life.id) }))
    .filter(({ truth }) => truth.decision === 'approved' && truth.trackingNumber !== undefined)
    .map(({ life, truth }) => {
      const { trackingNumber = '' } = truth;
      return textOf(truth, { life, trackingNumber, company: latestCompany(lane, life, trackingNumber) });
    })
    .sort();
}

/** What was true of a case at any time: each number that its buyer named, by each carrier that was taken for the right one. */
function everTrueOrders({ lane, lived }: Compared, warehouseId: WarehouseId): string[] {
  return lived.lives
    .filter((life) => life.warehouseId === warehouseId)
    .flatMap((life) => {
      const truth = lane.doudian.truth(life.id);
      const numbers = [...truth.replacedNumbers, ...(truth.trackingNumber ? [truth.trackingNumber] : [])];
      return numbers.flatMap((trackingNumber) => {
        const companies = [carrierOf(life.life).companyCode, latestCompany(lane, life, trackingNumber)];
        return [...new Set(companies)].map((company) => textOf(truth, { life, trackingNumber, company }));
      });
    });
}

interface Sent {
  readonly life: CaseLife;
  readonly trackingNumber: string;
  readonly company: string;
}

function textOf({ lines, orderId }: DoudianTruth, { life, trackingNumber, company }: Sent): string {
  const { skuMap, carrierCodes } = warehouseOf(life.warehouseId);
  const code = carriers[company] ?? company;
  return orderText({
    trackingNumber,
    lines: lines.map(({ sku, quantity }) => ({ itemCode: skuMap[sku] ?? sku, quantity })),
    originalOrder: orderId,
    carrier: carrierCodes[code] ?? code,
  });
}

/** Kuaidi100's companies by the demo merchant's codes. */
const carriers: Readonly<Record<string, string>> = { shunfeng: 'sf', yuantong: 'yto', zhongtong: 'zto' };

/** The carrier that the feed goes by, else the one that the buyer named. */
function latestCompany({ feed }: OrderedLane, { life }: CaseLife, trackingNumber: string): string {
  return feed.subscriptionOf(trackingNumber)?.company || carrierOf(life).companyCode;
}

function orderText(order: Pick<WmsOrder, 'trackingNumber' | 'lines' | 'originalOrder' | 'carrier'>): string {
  const { trackingNumber, lines, originalOrder, carrier } = order;
  const goods = lines.map(({ itemCode, quantity }) => `${quantity} ${itemCode}`).sort();
  return `${trackingNumber || 'no number'}: ${goods}, of order ${originalOrder}, by ${carrier}`;
}
