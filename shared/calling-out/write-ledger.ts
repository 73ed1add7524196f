import type { Instant } from '#shared/returns/record/instant.ts';
import type { CallResult } from '#shared/warehouses/connector.ts';
import type { Step } from './next-step.ts';
import type { Ledger, LedgerOrder, StandingOrder } from './ports.ts';

export type Lease = NonNullable<Ledger['lease']>;

/** Somebody may still be calling, or what was called may still take effect. */
export function isHeld({ lease }: Ledger, now: Instant): boolean {
  return lease !== undefined && now < lease.until;
}

/** A ledger with the order in it that was called, or is about to be. */
export interface Begun {
  readonly ledger: Ledger;
  readonly order: StandingOrder;
}

/** The ledger before a call: the next version, with the order as about to be called and the lease of who calls. */
export function beginStep(ledger: Ledger, { verb, announcementId, order }: Step, lease: Lease, now: Instant): Begun {
  const state = verb === 'create' ? 'creating' : 'cancelling';
  const known = ledger.orders[announcementId];
  const { orderCode, orderId, advice } = order;
  const again = known?.state === state ? known : undefined;
  const begun: StandingOrder = {
    orderCode,
    ...(orderId && { orderId }),
    state,
    advice,
    ...(again?.unclear && { unclear: again.unclear }),
    at: again?.at ?? now,
  };
  return { ledger: { ...withOrder(ledger, announcementId, begun), version: ledger.version + 1, lease }, order: begun };
}

/** After a call that nobody knows the outcome of: the next version, with one more of them, and a lease until it cannot take effect any more. */
export function leaveOpen({ ledger, order }: Begun, { announcementId }: Step, lease: Lease): Begun {
  const open = { ...order, unclear: (order.unclear ?? 0) + 1 };
  return { ledger: moveLease(withOrder(ledger, announcementId, open), lease), order: open };
}

/** An answer that settles a call. */
export type Settled = Exclude<CallResult, { readonly kind: 'unknown' }>;

/** The ledger after an answer, not written yet: the next write carries it. */
export function settleStep({ ledger }: Begun, step: Step, result: Settled, at: Instant): Ledger {
  return withOrder(ledger, step.announcementId, settledOrder(step, result, at));
}

function settledOrder({ verb, order, inDoubt }: Step, result: Settled, at: Instant): LedgerOrder {
  const { orderCode, advice } = order;
  if (verb === 'cancel') {
    const named = { orderCode, ...(order.orderId && { orderId: order.orderId }), at };
    return result.kind === 'accepted'
      ? { ...named, state: 'cancelled', trackingNumber: advice.trackingNumber }
      : { ...named, state: 'cancel-refused', advice };
  }
  const orderId = (result.kind === 'accepted' ? result.orderId : undefined) ?? order.orderId;
  const refused = inDoubt ? 'in-doubt' : 'refused';
  const state = result.kind === 'accepted' ? 'created' : refused;
  return { orderCode, ...(orderId && { orderId }), state, advice, at };
}

function withOrder(ledger: Ledger, announcementId: string, order: LedgerOrder): Ledger {
  return { ...ledger, orders: { ...ledger.orders, [announcementId]: order } };
}

/** The next version without a lease: whoever comes next may call. */
export function releaseLease({ version, orders }: Ledger): Ledger {
  return { version: version + 1, orders };
}

/** The next version with a lease that ends at another time. */
export function moveLease(ledger: Ledger, lease: Lease): Ledger {
  return { ...ledger, version: ledger.version + 1, lease };
}
