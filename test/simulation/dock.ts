import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../memory/random.ts';
import type { WmsOrder } from '../simulators/order-book.ts';
import type { StandardSender } from '../simulators/standard-sender.ts';
import { type Clerk, clerkInHangzhou, clerkInNorth } from './clerks.ts';
import type { Lane } from './lane.ts';
import { warehouseOf } from './lane-merchant.ts';

/** A parcel that comes to a warehouse. */
export interface Arriving {
  readonly trackingNumber: string;
  readonly warehouseId: 'hangzhou' | 'north';
  /** Of the carrier that brings it, as the feed names it. */
  readonly companyCode: string;
  /** Of each SKU one unit is defective. */
  readonly isSplit: boolean;
  /** How many cases share it: the clerk waits until as many are announced. */
  readonly cases: number;
}

/** Units of one SKU that a clerk booked in for an order; by the shop's own SKU. */
export interface BookedUnits {
  readonly sku: string;
  readonly sellable: number;
  readonly defective: number;
}

/** What happened at the docks. */
export interface DockRecord {
  /** When each parcel came, by its number, in milliseconds of the lane's clock. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** By the order that the goods were once sent out for. */
  readonly booked: ReadonlyMap<string, readonly BookedUnits[]>;
  /** Numbers that came and that nobody announced in time. */
  readonly unannounced: readonly string[];
}

/** The carriers' last metres, and the clerks at the docks. */
export interface Dock {
  /** The parcel comes now, and is reported, whoever expects it. It is booked in once it was announced for each of its cases. */
  take(parcel: Arriving): Promise<void>;
  readonly record: DockRecord;
}

export interface DockLane {
  readonly clock: Pick<Lane['clock'], 'now'>;
  readonly feed: Pick<Lane['feed'], 'carry'>;
  readonly hangzhou: Pick<Lane['hangzhou'], 'live' | 'packageReport' | 'confirm'>;
  readonly north: Pick<Lane['north'], 'live'>;
}

export interface DockOptions {
  readonly lane: DockLane;
  readonly sender: Pick<StandardSender, 'send'>;
  /** From 0 to 1: how many reports are sent twice. */
  readonly chaos: number;
  readonly random: Random;
  /** How long a clerk waits for an announcement. */
  readonly patienceMs: number;
  readonly pollMs?: number;
}

export function openDock(options: DockOptions): Dock {
  const { lane, patienceMs, pollMs = 500 } = options;
  const arrivals = new Map<string, number>();
  const booked = new Map<string, readonly BookedUnits[]>();
  const unannounced: string[] = [];
  const taken = new Map<string, Promise<void>>();
  const clerks: Readonly<Record<Arriving['warehouseId'], Clerk>> = {
    hangzhou: clerkInHangzhou(options),
    north: clerkInNorth(options),
  };

  async function bookIn(parcel: Arriving): Promise<void> {
    const { trackingNumber, warehouseId, companyCode, cases } = parcel;
    const clerk = clerks[warehouseId];
    const now = lane.clock.now();
    arrivals.set(trackingNumber, now);
    lane.feed.carry(trackingNumber, companyCode, [
      { state: '5', at: now - 1000 },
      { state: '3', at: now - 500 },
    ]);
    await clerk.reportArrival(trackingNumber, now);
    const giveUpAt = Date.now() + patienceMs;
    const orders = () => ordersOf(lane[warehouseId].live(), trackingNumber);
    while (orders().length < cases && Date.now() < giveUpAt) {
      await sleep(pollMs);
    }
    if (orders().length < cases) {
      unannounced.push(trackingNumber);
    }
    for (const order of orders()) {
      const units = unitsOf(order, parcel);
      await clerk.bookIn(order, units);
      booked.set(order.originalOrder ?? '', units.map(inShopSku(warehouseId)));
    }
  }

  return {
    record: { arrivals, booked, unannounced },
    take: async (parcel) => {
      const known = taken.get(parcel.trackingNumber) ?? bookIn(parcel);
      taken.set(parcel.trackingNumber, known);
      await known;
    },
  };
}

/** Of two orders for the same goods, one of which is about to be cancelled, the later. */
function ordersOf(live: readonly WmsOrder[], trackingNumber: string): WmsOrder[] {
  const own = live.filter((order) => order.trackingNumber === trackingNumber);
  return [...new Map(own.map((order) => [order.originalOrder, order])).values()];
}

function unitsOf({ lines }: WmsOrder, { isSplit }: Arriving): BookedUnits[] {
  const defective = isSplit ? 1 : 0;
  return lines.map(({ itemCode, quantity }) => ({ sku: itemCode, sellable: quantity - defective, defective }));
}

function inShopSku(warehouseId: Arriving['warehouseId']): (units: BookedUnits) => BookedUnits {
  const ours = new Map(Object.entries(warehouseOf(warehouseId).skuMap).map(([sku, code]) => [code, sku]));
  return (units) => ({ ...units, sku: ours.get(units.sku) ?? units.sku });
}
