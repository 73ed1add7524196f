import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import { digest } from '#shared/returns/record/digest.ts';
import { standingOrders } from './ledger-orders.ts';
import type { Ledger, StandingOrder } from './ports.ts';

/** One call to make. `order` is as the ledger knows it, or new. */
export interface Step {
  readonly verb: 'create' | 'cancel';
  readonly announcementId: string;
  /** An earlier call of this order may have been done, or was never answered. */
  readonly inDoubt: boolean;
  readonly order: Pick<StandingOrder, 'orderCode' | 'orderId' | 'advice'>;
}

/** What is left to say, of some tracking numbers. */
interface Open {
  readonly orders: readonly (readonly [announcementId: string, order: StandingOrder])[];
  readonly wanted: readonly PreAdvice[];
  readonly known: Ledger['orders'];
}

const nobody: ReadonlySet<string> = new Set();

/**
 * What a WMS is to be told next, so that in the end it expects what is wanted and nothing else; undefined when it does.
 * Of one number, first what was said and not answered is said again, even if it is wanted no more: only an order that is known to be there
 * can be cancelled for sure. Then cancels, then creates, so that two orders for one parcel do not stand longer than they must.
 * Numbers that were least often without an answer go first: one that is stuck holds up no other.
 * @param passedOver - Numbers of which nothing is to be said now.
 */
export function nextStep(
  wanted: readonly PreAdvice[],
  { orders: known }: Pick<Ledger, 'orders'>,
  passedOver = nobody,
): Step | undefined {
  const orders = standingOrders(known);
  const unclear = unclearByNumber(orders);
  const levels = [...new Set([0, ...unclear.values()])].sort((a, b) => a - b);
  for (const level of levels) {
    const isMeant = ({ trackingNumber }: PreAdvice) =>
      !passedOver.has(trackingNumber) && (unclear.get(trackingNumber) ?? 0) === level;
    const step = stepAmong({
      orders: orders.filter(([, { advice }]) => isMeant(advice)),
      wanted: wanted.filter(isMeant),
      known,
    });
    if (step) {
      return step;
    }
  }
  return undefined;
}

function unclearByNumber(orders: Open['orders']): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const [, { advice, unclear = 0 }] of orders) {
    most.set(advice.trackingNumber, Math.max(unclear, most.get(advice.trackingNumber) ?? 0));
  }
  return most;
}

function stepAmong(open: Open): Step | undefined {
  return repeated(open, 'creating') ?? repeated(open, 'cancelling') ?? unwanted(open) ?? missing(open);
}

const verbs = { creating: 'create', cancelling: 'cancel' } as const;

function repeated({ orders }: Open, state: keyof typeof verbs): Step | undefined {
  const found = orders.find(([, order]) => order.state === state);
  return found && { verb: verbs[state], announcementId: found[0], inDoubt: true, order: found[1] };
}

function unwanted({ orders, wanted }: Open): Step | undefined {
  const ids = new Set(wanted.map(({ announcementId }) => announcementId));
  const found = orders.find(([id, { state }]) => (state === 'created' || state === 'in-doubt') && !ids.has(id));
  return found && { verb: 'cancel', announcementId: found[0], inDoubt: found[1].state === 'in-doubt', order: found[1] };
}

/** An announcement that was refused stays so: its order is in the ledger. */
function missing({ wanted, known }: Open): Step | undefined {
  const advice = wanted.find(({ announcementId }) => !Object.hasOwn(known, announcementId));
  if (!advice) {
    return undefined;
  }
  const { announcementId } = advice;
  return { verb: 'create', announcementId, inDoubt: false, order: { orderCode: orderCodeOf(announcementId), advice } };
}

/** Our own number for an order at a WMS: `BH` and 16 hexadecimal digits, the same whenever the announcement is. */
export function orderCodeOf(announcementId: string): string {
  return `BH${digest(announcementId).slice(0, 16).toUpperCase()}`;
}
