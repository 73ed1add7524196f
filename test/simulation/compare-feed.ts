import type { DoudianShop } from '../simulators/doudian-shop.ts';
import type { Kuaidi100Feed } from '../simulators/kuaidi100-feed.ts';
import type { OrderBook } from '../simulators/order-book.ts';
import type { CaseLife } from './case-life.ts';
import type { Compared } from './compare-lane.ts';
import type { Difference } from './difference.ts';

export interface FollowedLane {
  readonly doudian: Pick<DoudianShop, 'truth'>;
  readonly feed: Pick<Kuaidi100Feed, 'subscriptionOf' | 'scansOf'> & {
    readonly counts: { readonly subscriptions: { readonly tooSoon: number } };
  };
  readonly hangzhou: Pick<OrderBook, 'takenAt'>;
  readonly north: Pick<OrderBook, 'takenAt'>;
}

/** Between an announcement and the subscription of its number, which go their own ways. */
const followedWithinMs = 20_000;

/** Whether the feed was asked to follow every parcel that somebody waits for, and none too soon. */
export function compareFeed(compared: Compared): Difference[] {
  const { lane, lived } = compared;
  const { tooSoon } = lane.feed.counts.subscriptions;
  const whats = [
    ...lived.lives
      .filter((life) => isUnfollowed(life, compared))
      .map(({ id }) => `nobody subscribed ${numberOf(id, compared)}`),
    ...(tooSoon > 0 ? [`${tooSoon} subscriptions came too soon`] : []),
  ];
  return whats.map((what) => ({ about: 'the carrier feed', what }));
}

function numberOf(id: string, { lane }: Compared): string | undefined {
  return lane.doudian.truth(id).trackingNumber;
}

/**
 * Nobody waits for a parcel that came before Backhaul knew of it (it was announced after that, or just before), nor for one of a case
 * that had its money before it was read: that one is closed.
 */
function isUnfollowed({ life, id, warehouseId }: CaseLife, { lane, lived: { dock } }: Compared): boolean {
  const { decision, trackingNumber } = lane.doudian.truth(id);
  if (decision !== 'approved' || trackingNumber === undefined || life === 'refunded-early') {
    return false;
  }
  const arrivedAt = dock.arrivals.get(trackingNumber) ?? Number.POSITIVE_INFINITY;
  const announcedAt = lane[warehouseId].takenAt(trackingNumber) ?? Number.POSITIVE_INFINITY;
  const cameFirst = Number.isFinite(arrivedAt) && announcedAt > arrivedAt - followedWithinMs;
  return !cameFirst && lane.feed.subscriptionOf(trackingNumber) === undefined;
}
