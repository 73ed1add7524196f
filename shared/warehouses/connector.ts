import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import type { PersonalData } from '#shared/sources/source.ts';

/** What came of one call to a WMS. */
export type CallResult =
  /** It took it. `orderId` is its own number, where it gives one. */
  | { readonly kind: 'accepted'; readonly orderId?: string }
  /** It said no, for a reason that trying again does not mend; never personal data. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nobody knows whether it was done: no answer, half of one, or a fault on its side. The reason is a code: it is logged. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** One order at a WMS: what it is told to expect under a code of ours. */
export interface OrderCall {
  readonly warehouse: Warehouse;
  readonly secret: string;
  /** Ours, and the key by which the WMS tells a repetition from a new order. */
  readonly orderCode: string;
  /** The WMS's own number, once it gave one. */
  readonly orderId?: string;
  /** An earlier call of this order may have been done: nobody knows what came of it. */
  readonly inDoubt?: boolean;
  readonly advice: PreAdvice;
  /** What is kept of the sender; undefined where nothing is, or where the warehouse gets a placeholder. */
  readonly sender?: PersonalData;
  readonly now: Date;
}

/**
 * Tells a WMS by calling it. Neither call ever throws for what the other side says or fails to say; both may be repeated with the same
 * order code, and then mean the same.
 */
export interface WarehouseConnector {
  readonly connector: string;
  /** Expect this parcel. */
  create(call: OrderCall): Promise<CallResult>;
  /** Forget it. An order that the WMS does not know is `accepted`: there is nothing to forget. */
  cancel(call: OrderCall): Promise<CallResult>;
}
