import type { Instant } from './instant.ts';
import type { Money, MoneyKind } from './money.ts';

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

export interface SkuQuantity {
  readonly sku: string;
  readonly quantity: number;
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

/** `seq` orders statements of one sender: its own version number first, where it has one. */
interface Stated {
  readonly at: Instant;
  readonly version?: number;
}

export type Decision = 'approved' | 'declined' | 'withdrawn' | 'expired';
export type By = 'merchant' | 'platform' | 'system' | 'warehouse' | 'buyer';

/** What can be known of a case. `at` is when the sender says that it was so. */
export type CaseFact =
  /** The case exists since `at`. */
  | ({ readonly fact: 'requested' } & Stated)
  /** Details, each field standing until a later statement gives it another value. */
  | ({ readonly fact: 'details'; readonly details: CaseDetails } & Stated)
  | ({ readonly fact: 'decided'; readonly decision: Decision; readonly by: By; readonly reason?: string; readonly raw?: string } & Stated)
  /** The store closed the case, or opened a closed one again. */
  | ({ readonly fact: 'closed' | 'reopened' } & Stated)
  /** The store's own status word, kept beside what we make of it. */
  | ({ readonly fact: 'platform-status'; readonly status: string } & Stated)
  /** A deadline that the platform itself sets for the case; `due` undefined takes it away. */
  | ({ readonly fact: 'platform-deadline'; readonly kind: string; readonly due?: Instant } & Stated)
  /**
   * Tracking numbers of the goods on their way back. `whole` says that `numbers` is all there are, for this sender (`origin`);
   * otherwise it adds `numbers` and takes `replaces` away.
   */
  | ({
      readonly fact: 'tracking';
      readonly numbers: readonly { readonly number: string; readonly carrier?: string }[];
      readonly replaces?: readonly string[];
      readonly whole?: boolean;
      readonly origin: string;
      readonly shippedAt?: Instant;
    } & Stated)
  | ({ readonly fact: 'refund'; readonly refundId: string; readonly kind: MoneyKind; readonly amount: Money; readonly outcome: 'done' | 'failed'; readonly by: By; readonly reason?: string } & Stated)
  | ({ readonly fact: 'disputed'; readonly disputeId: string } & Stated)
  | ({ readonly fact: 'dispute-closed'; readonly disputeId: string; readonly outcome?: string } & Stated)
  | ({ readonly fact: 'message-sent'; readonly by: 'bot' | 'ai' | 'person'; readonly kind: string } & Stated)
  | ({ readonly fact: 'shipment-stopped'; readonly ok: boolean; readonly reason?: string } & Stated)
  | ({ readonly fact: 'replacement-shipped'; readonly trackingNumber?: string; readonly carrier?: string } & Stated)
  | ({ readonly fact: 'ticket-linked'; readonly url: string } & Stated)
  /** A warehouse answered a pre-advice. */
  | ({ readonly fact: 'pre-advice-answered'; readonly announcementId: string; readonly accepted: boolean; readonly reason?: string } & Stated)
  /** What the store itself booked as the goods' disposition; shown, not counted: the warehouse's word counts. */
  | ({ readonly fact: 'store-disposition'; readonly dispositions: readonly { readonly type: string; readonly quantity: number; readonly sku?: string }[] } & Stated)
  /** Another name of this case at its sender (a reverse order id, a WMS order code). */
  | ({ readonly fact: 'alias'; readonly alias: Alias } & Stated)
  /** Goods that a warehouse reports by case, without a tracking number. */
  | GoodsFact
  | TickFact
  | ParcelStateFact;

/** The ways in which someone else may name a case. */
export interface Alias {
  readonly kind: 'case-id' | 'reverse-order' | 'wms-order';
  readonly value: string;
}

/** A carrier's stages, in the order in which a parcel passes them. */
export const parcelStages = ['pick-up-booked', 'numbered', 'picked-up', 'in-transit', 'out-for-delivery', 'delivered', 'received'] as const;
export type ParcelStage = (typeof parcelStages)[number];
export const parcelSides = ['stuck', 'lost', 'refused', 'returned-to-sender', 'wrong-warehouse'] as const;
export type ParcelSide = (typeof parcelSides)[number];

export const inspectionResults = ['passed', 'passed-with-deduction', 'failed'] as const;
export type InspectionResult = (typeof inspectionResults)[number];
export const stockConditions = ['sellable', 'defective'] as const;
export type StockCondition = (typeof stockConditions)[number];

export interface InspectedLine extends SkuQuantity {
  readonly result: InspectionResult;
  /** A code of what was found: damaged, worn, swapped, missing, empty, wrong-item …; undefined when nothing is wrong. */
  readonly finding?: string;
  readonly disposition?: string;
}

export interface StockedLine extends SkuQuantity {
  readonly condition: StockCondition;
}

/** Receipt, check and stock-in at a warehouse; each told once by its own id, by parcel or (without a number) by case. */
export type GoodsFact =
  | { readonly fact: 'received'; readonly receiptId: string; readonly warehouseId: string; readonly at: Instant; readonly lines?: readonly SkuQuantity[] }
  | { readonly fact: 'inspected'; readonly inspectionId: string; readonly warehouseId: string; readonly at: Instant; readonly lines: readonly InspectedLine[] }
  | { readonly fact: 'stocked-in'; readonly stockInId: string; readonly warehouseId: string; readonly at: Instant; readonly lines: readonly StockedLine[] };

/** What can be known of a parcel (one tracking number). */
export type ParcelFact =
  | { readonly fact: 'moved'; readonly stage: ParcelStage | ParcelSide; readonly at: Instant; readonly carrier?: string; readonly place?: string; readonly raw?: string }
  | GoodsFact;

/** A clock of ours struck: the moment to remind, the due time, or the n-th escalation after it. */
export interface TickFact {
  readonly fact: 'tick';
  readonly deadlineId: string;
  readonly phase: 'reminder' | 'due' | 'escalation';
  /** Which escalation, from 1; 0 for the other phases. */
  readonly count: number;
  readonly at: Instant;
}

/** What a parcel's record says to a case that is linked to it; the highest revision is the one that holds. */
export interface ParcelStateFact {
  readonly fact: 'parcel-state';
  readonly at: Instant;
  readonly revision: number;
  readonly state: ParcelState;
}

/** Units of one SKU. Kept so that `disposed ≤ inspected ≤ received`. */
export interface Units {
  readonly received: number;
  readonly inspected: Readonly<Record<InspectionResult, number>>;
  readonly stockedIn: Readonly<Record<StockCondition, number>>;
}

export interface ParcelState {
  readonly number: string;
  readonly carrier?: string;
  readonly stage: ParcelStage;
  readonly sides: readonly ParcelSide[];
  readonly movedAt?: Instant;
  /** When it reached the warehouse, by the earliest receipt. */
  readonly receivedAt?: Instant;
  /** Everything that the warehouse reported on it, with the lines as reported (for the whole parcel). */
  readonly goods: readonly GoodsFact[];
  /** The units that are this case's own, by SKU; empty while nobody has said whose they are. */
  readonly units: Readonly<Record<string, Units>>;
  /** `sole` and `divided`: `units` counts. `awaiting`: several cases, and the goods do not settle whose they are. `not-attributed`: too many cases name the number. */
  readonly allotment: 'sole' | 'divided' | 'awaiting' | 'not-attributed';
}
