import type { Instant } from '#shared/returns/instant.ts';
import type { CallResult } from '#shared/warehouses/connector.ts';
import type { Step } from './next-step.ts';
import type { Ledger, LedgerOrder } from './ports.ts';

type Lease = NonNullable<Ledger['lease']>;

/** Somebody may still be calling, or what was called may still take effect. */
export function isHeld({ lease }: Ledger, now: Instant): boolean {
  return lease !== undefined && now < lease.until;
}

/** The ledger before a call: the next version, with the order as about to be called and the lease of who calls. */
export function beginStep(ledger: Ledger, { verb, announcementId, order }: Step, lease: Lease, now: Instant): Ledger {
  const state = verb === 'create' ? 'creating' : 'cancelling';
  const known = ledger.orders[announcementId];
  const begun: LedgerOrder = { ...order, state, at: known?.state === state ? known.at : now };
  return { version: ledger.version + 1, lease, orders: { ...ledger.orders, [announcementId]: begun } };
}

/** An answer that settles a call. */
export type Settled = Exclude<CallResult, { readonly kind: 'unknown' }>;

const settledStates = {
  create: { accepted: 'created', refused: 'refused' },
  cancel: { accepted: 'cancelled', refused: 'cancel-refused' },
} as const;

/** The ledger after an answer, not written yet: the next write carries it. */
export function settleStep(
  ledger: Ledger,
  { verb, announcementId, order }: Step,
  result: Settled,
  at: Instant,
): Ledger {
  const orderId = (verb === 'create' && result.kind === 'accepted' ? result.orderId : undefined) ?? order.orderId;
  const { orderCode, advice } = order;
  const settled: LedgerOrder = {
    orderCode,
    ...(orderId && { orderId }),
    state: settledStates[verb][result.kind],
    advice,
    at,
  };
  return { ...ledger, orders: { ...ledger.orders, [announcementId]: settled } };
}

/** The next version without a lease: whoever comes next may call. */
export function releaseLease({ version, orders }: Ledger): Ledger {
  return { version: version + 1, orders };
}

/** The next version with a lease that ends at another time. */
export function moveLease(ledger: Ledger, lease: Lease): Ledger {
  return { ...ledger, version: ledger.version + 1, lease };
}
