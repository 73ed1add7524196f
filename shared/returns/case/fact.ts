import type { CarrierFact, FollowState } from '../carrier/carrier-fact.ts';
import type { ParcelSide, ParcelStage } from '../carrier/parcel-stages.ts';
import type { GoodsFact, SkuQuantity, Units } from '../goods/goods-fact.ts';
import type { CaseDetails } from '../opening/details.ts';
import type { Instant } from '../record/instant.ts';
import type { Money, MoneyKind } from '../record/money.ts';

/** When a sender says that it was so, and the sender's own version number, where it has one: that goes first. */
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
  | ({
      readonly fact: 'decided';
      readonly decision: Decision;
      readonly by: By;
      readonly reason?: string;
      readonly raw?: string;
    } & Stated)
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
  /** The sender states a tracking number that is none and cannot be read as several; its earlier word on numbers stands. */
  | ({ readonly fact: 'tracking-unreadable' } & Stated)
  | ({
      readonly fact: 'refund';
      readonly refundId: string;
      readonly kind: MoneyKind;
      readonly amount: Money;
      readonly outcome: 'done' | 'failed';
      readonly by: By;
      readonly reason?: string;
    } & Stated)
  | ({ readonly fact: 'disputed'; readonly disputeId: string } & Stated)
  | ({ readonly fact: 'dispute-closed'; readonly disputeId: string; readonly outcome?: string } & Stated)
  | ({ readonly fact: 'message-sent'; readonly by: 'bot' | 'ai' | 'person'; readonly kind: string } & Stated)
  | ({ readonly fact: 'shipment-stopped'; readonly ok: boolean; readonly reason?: string } & Stated)
  | ({ readonly fact: 'replacement-shipped'; readonly trackingNumber?: string; readonly carrier?: string } & Stated)
  | ({ readonly fact: 'ticket-linked'; readonly url: string } & Stated)
  /** A warehouse answered a pre-advice. */
  | ({
      readonly fact: 'pre-advice-answered';
      readonly announcementId: string;
      readonly accepted: boolean;
      readonly reason?: string;
    } & Stated)
  /** A warehouse answered that it forgets a pre-advice, or that it does not. */
  | ({
      readonly fact: 'withdrawal-answered';
      readonly announcementId: string;
      readonly accepted: boolean;
      readonly reason?: string;
    } & Stated)
  /** Where a warehouse stands with the order that it was given for this case. */
  | ({
      readonly fact: 'warehouse-status';
      readonly warehouseId: string;
      readonly status: WarehouseStatus;
      readonly raw?: string;
    } & Stated)
  /** A change that we first saw by listing: `at` is when the store says that it was; no webhook had told of it. */
  | ({ readonly fact: 'webhook-missed' } & Stated)
  /** However often it was asked, the store showed the case older than its own hint said: `at` is the hint's time. */
  | ({ readonly fact: 'store-behind' } & Stated)
  /** What the store itself booked as the goods' disposition; shown, not counted: the warehouse's word counts. */
  | ({
      readonly fact: 'store-disposition';
      readonly dispositions: readonly { readonly type: string; readonly quantity: number; readonly sku?: string }[];
    } & Stated)
  /** Another name of this case at its sender (a reverse order id, a WMS order code). */
  | ({ readonly fact: 'alias'; readonly alias: Alias } & Stated)
  /** Goods that a warehouse reports by case, without a tracking number. */
  | GoodsFact
  | TickFact
  | ParcelStateFact;

export const warehouseStatuses = ['accepted', 'exception', 'rejected', 'cancelled', 'closed', 'done'] as const;
export type WarehouseStatus = (typeof warehouseStatuses)[number];

/** The ways in which someone else may name a case. */
export interface Alias {
  readonly kind: 'case-id' | 'reverse-order' | 'wms-order';
  readonly value: string;
}

/** A warehouse says that it expects a parcel, whoever told it; `orderCode` is its own number for it. */
export interface Expected {
  readonly at: Instant;
  readonly warehouseId: string;
  readonly orderCode?: string;
  readonly lines?: readonly SkuQuantity[];
}

/** What can be known of a parcel (one tracking number). */
export type ParcelFact = CarrierFact | ({ readonly fact: 'expected' } & Expected) | GoodsFact;

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

/** What a parcel's record says to one linked case. */
export interface ParcelState {
  readonly number: string;
  readonly carrier?: string;
  /** The carrier that a feed found the number to be with; goes before what a case states. */
  readonly feedCarrier?: string;
  readonly stage: ParcelStage;
  readonly sides: readonly ParcelSide[];
  readonly movedAt?: Instant;
  readonly following?: FollowState;
  /** Since when no feed follows it although an open case waits for it. */
  readonly untrackedSince?: Instant;
  /** The warehouses that said that they expect it, the first to say so first. */
  readonly expected?: readonly Expected[];
  /** When it reached the warehouse, by the earliest receipt. */
  readonly receivedAt?: Instant;
  /** Everything that the warehouse reported on it, with the lines as reported (for the whole parcel). */
  readonly goods: readonly GoodsFact[];
  /** The units that are this case's own, by SKU; empty while nobody has said whose they are. */
  readonly units: Readonly<Record<string, Units>>;
  /** `sole` and `divided`: `units` counts. `awaiting`: several cases, and the goods do not settle whose they are. `not-attributed`: too many cases name the number. */
  readonly allotment: 'sole' | 'divided' | 'awaiting' | 'not-attributed';
}
