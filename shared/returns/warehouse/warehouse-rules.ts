import type { ReturnAddress } from '../pre-advice/events.ts';

/** What a fold needs to know of one warehouse. */
export interface WarehouseRules {
  /** Backhaul tells it; otherwise somebody else does, and what the warehouse says is compared. */
  readonly announce: boolean;
  /** What Backhaul tells it is answered: in the call, or by a channel that says so. */
  readonly answers: boolean;
  /** Merchant SKU to the warehouse's own code. */
  readonly skuMap: Readonly<Record<string, string>>;
  readonly carrierCodes: Readonly<Record<string, string>>;
  readonly ownerCode?: string;
  readonly address: ReturnAddress;
  readonly requires: PreAdviceNeeds;
}

/** Without which an announcement cannot be sent to a warehouse; it is held until it is complete. */
export interface PreAdviceNeeds {
  /** Which number the warehouse knows the original order by. */
  readonly outboundOrder: 'no' | 'outbound-order' | 'order';
  /** A carrier for which the warehouse has a code. */
  readonly carrier: boolean;
  /** Every SKU has a code of the warehouse's. */
  readonly mappedSku: boolean;
  readonly ownerCode: boolean;
  /** At least one line: a second parcel, whose share nobody knows, has none. */
  readonly lines: boolean;
}
