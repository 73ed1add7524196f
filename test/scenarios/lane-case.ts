import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryRef } from '#shared/recording/ports.ts';
import { caseKeyOf } from '#shared/returns/case/case-key.ts';
import { warehouseOf } from '../simulation/lane-merchant.ts';
import { couriers, doudianGoods } from '../simulators/doudian-goods.ts';
import type { DoudianRequest, DoudianShop } from '../simulators/doudian-shop.ts';
import type { WmsOrder } from '../simulators/order-book.ts';
import type { Scene } from './scene.ts';

export const shopId = '4400123';
const { dress } = doudianGoods;

export interface OpenedCase {
  readonly id: string;
  readonly key: string;
}

interface Wish extends Partial<Omit<DoudianRequest, 'lines'>> {
  readonly quantity?: number;
}

/** A buyer asks for money at Doudian, and for a return unless `type` says otherwise. */
export function openDoudianCase(
  shop: DoudianShop,
  { quantity = 1, shop: at = shopId, reason = '质量问题', ...more }: Wish = {},
): OpenedCase {
  const id = shop.open({ ...more, shop: at, lines: [{ ...dress, quantity }], reason });
  return { id, key: caseKeyOf({ source: 'doudian', shop: at, caseId: id }) };
}

/** Waits until the warehouse was called and holds just so many orders for a parcel. @returns them. */
export async function isExpectedAt(
  scene: Scene,
  warehouseId: 'hangzhou' | 'north',
  trackingNumber: string,
  count = 1,
): Promise<readonly WmsOrder[]> {
  const wms = scene.world.lane[warehouseId];
  const orders = () => wms.live().filter((order) => order.trackingNumber === trackingNumber);
  const what =
    count === 0 ? `${warehouseId} no longer expects ${trackingNumber}` : `${warehouseId} expects ${trackingNumber}`;
  await scene.eventually(what, async () => orders().length === count || `${orders().length} orders, not ${count}`);
  return orders();
}

/** Approved, and on its way in this parcel. */
export async function shipped(scene: Scene, trackingNumber: string, quantity = 1): Promise<OpenedCase> {
  const { doudian } = scene.world.lane;
  const opened = openDoudianCase(doudian, { quantity });
  await scene.caseBecomes(opened.key, 'is read at Doudian', ({ details }) => details.lines?.[0]?.sku === dress.sku);
  doudian.agree(opened.id);
  await scene.caseBecomes(opened.key, 'is approved', ({ decision }) => decision.value === 'approved');
  doudian.ship(opened.id, { trackingNumber, ...couriers.yto });
  return opened;
}

/** What an earlier push told of may be read this late; it would show what the lost one told of. */
const hintsUnderWayMs = 12_000;

/** From now on no push tells of these cases of one shop, and what changes is seen by listing alone. */
export async function changesUnheard(scene: Scene, shop: string, cases: readonly OpenedCase[]): Promise<void> {
  // What changed before a shop was first listed is never called missed.
  await scene.eventually('the shop was listed before', async () => {
    const cursor = await scene.world.store.cursors.readCursor(`doudian/flagship-app/${shop}`);
    return cursor !== undefined || 'it was not';
  });
  for (const { id } of cases) {
    scene.world.lane.doudian.silence(id);
  }
  await sleep(hintsUnderWayMs);
}

/** All that was ever announced of a parcel: once each, under a code of its own. */
export function announcements(scene: Scene, trackingNumber: string): readonly string[] {
  const told = scene.world.lane.hangzhou.toldOf(trackingNumber);
  return told.filter(({ outcome }) => outcome === 'created').map(({ orderCode }) => orderCode);
}

/** Under which a report of the warehouse in Hangzhou is kept. */
export function reportRef(
  report: 'returnorder.confirm' | 'returnpackage.report',
  orderCode: string,
  outBizCode: string,
): DeliveryRef {
  const customerId = warehouseOf('hangzhou').qimen?.customerId;
  return { source: 'qimen', channel: 'wms-hangzhou', id: `qimen:${customerId}:${report}:${orderCode}:${outBizCode}` };
}
