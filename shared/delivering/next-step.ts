import type { PreAdvice } from '#shared/returns/change.ts';
import { digest } from '#shared/returns/digest.ts';
import type { Ledger, LedgerOrder } from './ports.ts';

/** One call to make. `order` is as the ledger knows it, or new. */
export interface Step {
  readonly verb: 'create' | 'cancel';
  readonly announcementId: string;
  readonly order: Pick<LedgerOrder, 'orderCode' | 'orderId' | 'advice'>;
}

/**
 * What a WMS is to be told next, so that in the end it expects what is wanted and nothing else; undefined when it does.
 * First what was said and not answered is said again, even if it is wanted no more: only an order that is known to be there can be
 * cancelled for sure. Then cancels, then creates, so that two orders for one parcel do not stand longer than they must.
 */
export function nextStep(wanted: readonly PreAdvice[], { orders }: Pick<Ledger, 'orders'>): Step | undefined {
  return (
    repeated(orders, 'creating') ??
    repeated(orders, 'cancelling') ??
    unwanted(orders, wanted) ??
    missing(orders, wanted)
  );
}

const verbs = { creating: 'create', cancelling: 'cancel' } as const;

function repeated(orders: Ledger['orders'], state: keyof typeof verbs): Step | undefined {
  const found = Object.entries(orders).find(([, order]) => order.state === state);
  return found && { verb: verbs[state], announcementId: found[0], order: found[1] };
}

function unwanted(orders: Ledger['orders'], wanted: readonly PreAdvice[]): Step | undefined {
  const ids = new Set(wanted.map(({ announcementId }) => announcementId));
  const found = Object.entries(orders).find(([id, order]) => order.state === 'created' && !ids.has(id));
  return found && { verb: 'cancel', announcementId: found[0], order: found[1] };
}

/** An announcement that was refused stays so: its order is in the ledger. */
function missing(orders: Ledger['orders'], wanted: readonly PreAdvice[]): Step | undefined {
  const advice = wanted.find(({ announcementId }) => !Object.hasOwn(orders, announcementId));
  if (!advice) {
    return undefined;
  }
  const { announcementId } = advice;
  return { verb: 'create', announcementId, order: { orderCode: orderCodeOf(announcementId), advice } };
}

/** Our own number for an order at a WMS: `BH` and 16 hexadecimal digits, the same whenever the announcement is. */
export function orderCodeOf(announcementId: string): string {
  return `BH${digest(announcementId).slice(0, 16).toUpperCase()}`;
}
