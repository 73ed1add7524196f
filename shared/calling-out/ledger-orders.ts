import type { Ledger, LedgerOrder, StandingOrder } from './ports.ts';

/** The orders that something may still be said of, by announcement id. */
export function standingOrders(orders: Ledger['orders']): [announcementId: string, order: StandingOrder][] {
  return Object.entries(orders).flatMap(([id, order]): [string, StandingOrder][] =>
    order.state === 'cancelled' ? [] : [[id, order]],
  );
}

/** Orders in these states may be at the WMS, and are cancelled once nobody wants them. */
const maybeLive: readonly LedgerOrder['state'][] = ['creating', 'created', 'in-doubt', 'cancelling'];

/** Whether the WMS may expect something of this ledger. */
export function mayExpect({ orders }: Pick<Ledger, 'orders'>): boolean {
  return Object.values(orders).some(({ state }) => maybeLive.includes(state));
}

/** So many calls without a clear answer in a row, and the case tells of it; then each time as many again, in case it was not heard. */
const mostUnclear = 4;

export function isTimeToTell({ unclear = 0 }: Pick<StandingOrder, 'unclear'>): boolean {
  return unclear > 0 && unclear % mostUnclear === 0;
}

/** Whether the case may have been told that this order is not answered. */
export function isToldUnclear(order: LedgerOrder | undefined): boolean {
  return order !== undefined && order.state !== 'cancelled' && (order.unclear ?? 0) >= mostUnclear;
}
