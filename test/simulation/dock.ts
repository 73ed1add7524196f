import { setTimeout as sleep } from 'node:timers/promises';
import type { WmsOrder } from '../simulators/order-book.ts';
import type { StandardSender } from '../simulators/standard-sender.ts';
import type { Lane } from './lane.ts';

/** A parcel that has come to a warehouse. */
export interface Arrived {
  readonly trackingNumber: string;
  readonly warehouseId: 'hangzhou' | 'north';
  /** Of each SKU one unit is defective. */
  readonly isSplit: boolean;
  /** How many cases share it: the clerk waits until as many are announced. */
  readonly cases: number;
}

/** The clerks at the docks: they book in only what was announced. */
export interface Dock {
  /** Waits until the parcel was announced, and then books it in, once for each of its orders. */
  book(parcel: Arrived): Promise<void>;
  /** Numbers that nobody announced in time. */
  readonly unannounced: readonly string[];
}

/** Stands for the days that a parcel is on its way after it was announced. */
const onTheRoadMs = 25_000;

export function openDock(lane: Lane, sender: StandardSender, patienceMs: number): Dock {
  const unannounced: string[] = [];
  const booked = new Map<string, Promise<void>>();
  const ordersOf = ({ trackingNumber, warehouseId }: Arrived) =>
    lane[warehouseId].live().filter((order) => order.trackingNumber === trackingNumber);

  async function bookIn(parcel: Arrived): Promise<void> {
    const giveUpAt = Date.now() + patienceMs;
    const isAnnounced = () => ordersOf(parcel).length >= parcel.cases;
    // Days pass on the road; nobody there waits as long for a subscription.
    const isFollowed = () => lane.feed.subscriptionOf(parcel.trackingNumber) !== undefined;
    while (!(isAnnounced() && isFollowed()) && Date.now() < giveUpAt) {
      await sleep(500);
    }
    await sleep(onTheRoadMs);
    const orders = ordersOf(parcel);
    if (orders.length < parcel.cases) {
      unannounced.push(parcel.trackingNumber);
    }
    for (const order of orders) {
      await (parcel.warehouseId === 'hangzhou'
        ? bookByQimen(lane, order, parcel)
        : bookByWebhooks(sender, order, parcel));
    }
  }
  return {
    unannounced,
    book: async (parcel) => {
      const known = booked.get(parcel.trackingNumber) ?? bookIn(parcel);
      booked.set(parcel.trackingNumber, known);
      await known;
    },
  };
}

async function bookByQimen(lane: Lane, order: WmsOrder, { trackingNumber, isSplit }: Arrived): Promise<void> {
  const lines = order.lines.flatMap(({ itemCode, quantity }) => {
    const line = { itemCode, planQty: quantity };
    return isSplit
      ? [
          { ...line, inventoryType: 'ZP' as const, actualQty: quantity - 1 },
          { ...line, inventoryType: 'CC' as const, actualQty: 1 },
        ]
      : [{ ...line, inventoryType: 'ZP' as const, actualQty: quantity }];
  });
  await lane.hangzhou.confirm(order.orderCode, lines, { expressCode: trackingNumber });
}

async function bookByWebhooks(sender: StandardSender, order: WmsOrder, { trackingNumber }: Arrived): Promise<void> {
  const now = new Date().toISOString();
  const lines = order.lines.map(({ itemCode, quantity }) => ({ sku: itemCode, quantity }));
  const parcel = { warehouseId: 'north', trackingNumber };
  const receipt = { ...parcel, receiptId: `R-${order.orderCode}`, receivedAt: now, lines };
  await sender.send('wms-north', 'parcel.received', receipt);
  const checked = lines.map((line) => ({ ...line, result: 'passed' }));
  const check = { ...parcel, inspectionId: `I-${order.orderCode}`, inspectedAt: now, lines: checked };
  await sender.send('wms-north', 'return.inspected', check);
}
