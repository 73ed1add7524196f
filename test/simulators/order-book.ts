/** An order of ours at a WMS: what it is to expect under a code. */
export interface WmsOrder {
  readonly orderCode: string;
  /** The WMS's own number. */
  readonly orderId: string;
  readonly trackingNumber: string;
  /** By the WMS's own codes. */
  readonly lines: readonly { readonly itemCode: string; readonly quantity: number }[];
  /** The order that the goods were once sent out for. */
  readonly originalOrder?: string;
  /** By the WMS's own code. */
  readonly carrier?: string;
  /** All that it was told, as text: the same on every repetition. */
  readonly content: string;
}

/** One call that had an effect, or would have had. */
export interface ToldCall {
  readonly call: 'create' | 'cancel';
  readonly orderCode: string;
  readonly trackingNumber: string;
  readonly outcome: CreateOutcome | CancelOutcome;
  /** In milliseconds of the clock that it was given. */
  readonly at: number;
}

/** `repeated`: with the same content. `conflict`: with another. `late`: the same, but the order was cancelled before, and stays so. */
export type CreateOutcome = 'created' | 'repeated' | 'conflict' | 'late';
export type CancelOutcome = 'cancelled' | 'repeated' | 'unknown';

/** What a WMS keeps of the orders that it was told, and of the telling. */
export interface OrderBook {
  create(order: Omit<WmsOrder, 'orderId'>): CreateOutcome;
  cancel(orderCode: string): CancelOutcome;
  order(orderCode: string): WmsOrder | undefined;
  /** Created and not cancelled. */
  live(): readonly WmsOrder[];
  /** All that it was told of a parcel, in the order in which it took effect. */
  toldOf(trackingNumber: string): readonly ToldCall[];
  /** How often an order was created under that code, repetitions included. */
  createsOf(orderCode: string): number;
  /** When it first took an order for that parcel, whether or not its caller came to know. */
  takenAt(trackingNumber: string): number | undefined;
  /** Every order that it ever took, in the order in which it took them. */
  taken(): readonly WmsOrder[];
  /** Codes that were used for two contents; none may be. */
  conflicts(): readonly string[];
  /** Codes that were created again after they were cancelled; none may be. */
  late(): readonly string[];
}

/** @param prefix - Of the WMS's own numbers. */
export function createOrderBook(now: () => number, prefix: string): OrderBook {
  const orders = new Map<string, WmsOrder>();
  const cancelled = new Set<string>();
  const told: ToldCall[] = [];

  const judge = (order: Omit<WmsOrder, 'orderId'>): CreateOutcome => {
    const known = orders.get(order.orderCode);
    if (!known) {
      return 'created';
    }
    if (known.content !== order.content) {
      return 'conflict';
    }
    return cancelled.has(order.orderCode) ? 'late' : 'repeated';
  };

  const codesOf = (wanted: CreateOutcome) =>
    told.flatMap(({ outcome, orderCode }) => (outcome === wanted ? [orderCode] : []));

  return {
    create(order) {
      const outcome = judge(order);
      const { orderCode, trackingNumber } = order;
      if (outcome === 'created') {
        orders.set(orderCode, { ...order, orderId: `${prefix}-${orders.size + 1}` });
      }
      told.push({ call: 'create', orderCode, trackingNumber, outcome, at: now() });
      return outcome;
    },
    cancel(orderCode) {
      const trackingNumber = orders.get(orderCode)?.trackingNumber;
      if (trackingNumber === undefined) {
        told.push({ call: 'cancel', orderCode, trackingNumber: '', outcome: 'unknown', at: now() });
        return 'unknown';
      }
      const outcome = cancelled.has(orderCode) ? 'repeated' : 'cancelled';
      cancelled.add(orderCode);
      told.push({ call: 'cancel', orderCode, trackingNumber, outcome, at: now() });
      return outcome;
    },
    order: (orderCode) => orders.get(orderCode),
    live: () => [...orders.values()].filter(({ orderCode }) => !cancelled.has(orderCode)),
    toldOf: (trackingNumber) => told.filter((each) => each.trackingNumber === trackingNumber),
    createsOf: (orderCode) => told.filter((each) => each.call === 'create' && each.orderCode === orderCode).length,
    takenAt: (trackingNumber) =>
      told.find((each) => each.outcome === 'created' && each.trackingNumber === trackingNumber)?.at,
    taken: () => [...orders.values()],
    conflicts: () => codesOf('conflict'),
    late: () => codesOf('late'),
  };
}
