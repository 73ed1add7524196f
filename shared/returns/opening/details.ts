import type { Instant } from '../record/instant.ts';
import type { Money } from '../record/money.ts';

/** The four case types of the procedure; exchange and reship are told apart. */
export const caseKinds = ['refund-only', 'return', 'exchange', 'reship', 'complaint'] as const;
export type CaseKind = (typeof caseKinds)[number];

export interface CaseLine {
  readonly lineId: string;
  /** The merchant's SKU; a warehouse's own code is translated before it gets here. */
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice?: Money;
  readonly title?: string;
  readonly category?: string;
}

/** What a store says of a case, field by field; a field that is absent is not said and changes nothing. No personal data. */
export interface CaseDetails {
  readonly orderId?: string;
  readonly kind?: CaseKind;
  readonly reason?: { readonly code: string };
  readonly lines?: readonly CaseLine[];
  readonly refund?: Money;
  readonly paid?: Money;
  readonly freightPaid?: Money;
  readonly refundedBefore?: Money;
  readonly orderState?: 'unshipped' | 'shipped' | 'delivered';
  readonly deliveredAt?: Instant;
  /** How many pictures or videos the buyer gave; the links themselves are personal data. */
  readonly evidenceCount?: number;
  readonly wish?: string;
  readonly insured?: boolean;
  readonly outboundOrderId?: string;
  readonly warehouseId?: string;
  /** The buyer as the store names them (an opaque reference) and their language. */
  readonly buyerRef?: string;
  readonly buyerLanguage?: string;
}
