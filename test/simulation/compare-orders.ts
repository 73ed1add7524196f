import type { DoudianShop } from '../simulators/doudian-shop.ts';
import type { Kuaidi100Feed } from '../simulators/kuaidi100-feed.ts';
import type { OrderBook, ToldCall, WmsOrder } from '../simulators/order-book.ts';
import { type CaseLife, carrierOf, numberPrefixOf } from './case-life.ts';
import type { Compared } from './compare-lane.ts';
import type { Difference } from './difference.ts';
import { warehouseOf } from './lane-merchant.ts';
import { surplus } from './surplus.ts';

type Warehouse = Pick<OrderBook, 'live' | 'conflicts' | 'toldOf' | 'acknowledgedAt'>;

export interface OrderedLane {
  readonly doudian: Pick<DoudianShop, 'truth'>;
  readonly feed: Pick<Kuaidi100Feed, 'subscriptionOf'>;
  readonly hangzhou: Warehouse;
  readonly south: Warehouse;
  readonly north: Warehouse;
}

const warehouseIds = ['hangzhou', 'south', 'north'] as const;
type WarehouseId = (typeof warehouseIds)[number];

/** Every order of this run that stands at any warehouse, against those that should: number, goods, original order and carrier, each as often as there are cases. */
export function compareOrders(compared: Compared): Difference[] {
  return warehouseIds.flatMap((warehouseId) => {
    const wms = compared.lane[warehouseId];
    const live = wms
      .live()
      .filter((order) => isOurs(order, compared))
      .map(orderText)
      .sort();
    const expected = expectedOrders(compared, warehouseId);
    const whats = [
      ...surplus(expected, live).map((order) => `was not told of ${order}`),
      ...surplus(live, expected).map((order) => `waits in vain for ${order}`),
      ...wms.conflicts().map((code) => `order ${code} was created with two contents`),
      ...wrongTellings(wms, compared),
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
  const { skuMap } = warehouseOf(warehouseId);
  return lived.lives
    .filter((life) => life.warehouseId === warehouseId)
    .map((life) => ({ life, truth: lane.doudian.truth(life.id) }))
    .filter(({ truth }) => truth.decision === 'approved' && truth.trackingNumber !== undefined)
    .map(({ life, truth: { trackingNumber = '', lines, orderId } }) =>
      orderText({
        trackingNumber,
        lines: lines.map(({ sku, quantity }) => ({ itemCode: skuMap[sku] ?? sku, quantity })),
        originalOrder: orderId,
        carrier: carrierCode(lane, life, trackingNumber),
      }),
    )
    .sort();
}

/** Kuaidi100's companies by the demo merchant's codes. */
const carriers: Readonly<Record<string, string>> = { shunfeng: 'sf', yuantong: 'yto', zhongtong: 'zto' };

/** The carrier that the feed goes by, else the one that the buyer named, in the warehouse's own code. */
function carrierCode({ feed }: OrderedLane, { life, warehouseId }: CaseLife, trackingNumber: string): string {
  const company = feed.subscriptionOf(trackingNumber)?.company || carrierOf(life).companyCode;
  const code = carriers[company] ?? company;
  return warehouseOf(warehouseId).carrierCodes[code] ?? code;
}

function orderText(order: Pick<WmsOrder, 'trackingNumber' | 'lines' | 'originalOrder' | 'carrier'>): string {
  const { trackingNumber, lines, originalOrder, carrier } = order;
  const goods = lines.map(({ itemCode, quantity }) => `${quantity} ${itemCode}`).sort();
  return `${trackingNumber || 'no number'}: ${goods}, of order ${originalOrder}, by ${carrier}`;
}

function wrongTellings(wms: Warehouse, { lived }: Compared): string[] {
  const { lives } = lived;
  const numbers = new Set(lives.flatMap(({ trackingNumber, secondNumber }) => [trackingNumber, secondNumber]));
  return [...numbers].flatMap((number) => {
    const cases = lives.filter((life) => [life.trackingNumber, life.secondNumber].includes(number));
    // One whose carrier turned out to be another was announced with each of them.
    const contents = cases.map(({ life }) => (life === 'carrier-corrected' ? 2 : 1));
    return wrongTellingsOf(
      wms.toldOf(number),
      contents.reduce((sum, count) => sum + count, 0),
    );
  });
}

/** A parcel is announced once for each of its cases: repetitions go by the same code and are no announcements. */
function wrongTellingsOf(told: readonly ToldCall[], most: number): string[] {
  const created = told.filter(({ outcome }) => outcome === 'created');
  const late = told.filter(({ outcome }) => outcome === 'late');
  return [
    ...(created.length > most
      ? [`${created[0]?.trackingNumber} was announced ${created.length} times, not ${most}`]
      : []),
    ...late.map(
      ({ orderCode, trackingNumber }) => `${trackingNumber} was announced under ${orderCode} after its withdrawal`,
    ),
  ];
}
