import type { ParcelSide, ParcelStage } from '../carrier/parcel-stages.ts';
import type { Decision } from '../decision/facts.ts';
import type { InspectedLine, SkuQuantity, StockedLine } from '../goods/facts.ts';
import type { CaseKind, CaseLine } from '../opening/facts.ts';
import type { FollowRequest } from '../parcel/parcel.ts';
import type { Instant } from './instant.ts';
import type { Money, MoneyKind } from './money.ts';
import type { By } from './values.ts';

/** What a warehouse is told before a parcel comes (a return ASN), in the warehouse's own codes. No personal data but the return address, which is the warehouse's. */
export interface PreAdvice {
  readonly announcementId: string;
  readonly warehouseId: string;
  readonly trackingNumber: string;
  /** In the warehouse's own code where the merchant's configuration has one. */
  readonly carrier?: string;
  readonly caseId: string;
  readonly shop: string;
  readonly kind?: CaseKind;
  readonly orderId?: string;
  readonly outboundOrderId?: string;
  /** Empty for the second and later parcels of a case whose goods nobody assigned to parcels. */
  readonly lines: readonly (SkuQuantity & { readonly title?: string })[];
  readonly reason?: string;
  /** What to look at: `quantity`, `condition`, and the code of the buyer's reason. */
  readonly check: readonly string[];
  readonly returnAddress: ReturnAddress;
}

/** Where the goods go: the warehouse's own address, without a contact's name or phone. */
export interface ReturnAddress {
  readonly country: string;
  readonly region: string;
  readonly city: string;
  readonly line: string;
  readonly postcode?: string;
}

/** A deadline as it is told. */
export interface DeadlineNotice {
  readonly deadlineId: string;
  readonly kind: string;
  /** What it is about within the case: a tracking number, or `case`. */
  readonly subject: string;
  readonly openedAt: Instant;
  readonly remindAt: Instant;
  readonly dueAt: Instant;
  /** Whose deadline it is; a platform's own is never moved by us. */
  readonly setBy: 'policy' | 'platform';
  readonly escalateEverySeconds: number;
  readonly escalations: number;
}

interface GoodsNotice {
  readonly trackingNumber?: string;
  readonly warehouseId: string;
  readonly at: Instant;
  /** The warehouse says that more is to follow. */
  readonly partial?: true;
  /** False where the case's latest statement no longer names this number, or nobody has said yet whose goods these are. */
  readonly counted: boolean;
}

/** Everything that Backhaul says on the bus: the detail-type, and what its `data` holds. */
export interface EventData {
  'Case Opened': {
    readonly source: string;
    readonly shop: string;
    readonly caseId: string;
    readonly orderId?: string;
    readonly kind?: CaseKind;
    readonly reason?: string;
    readonly openedAt: Instant;
    readonly lines: readonly CaseLine[];
  };
  'Case Decided': {
    readonly decision: Exclude<Decision, 'withdrawn'>;
    readonly by?: By;
    readonly reason?: string;
    readonly warehouseId?: string;
  };
  'Case Withdrawn': { readonly by?: By; readonly reason?: string };
  'Case Undecided': { readonly since: Instant };
  'Case Closed': { readonly closedAt: Instant };
  'Case Reopened': { readonly reopenedAt: Instant };
  'Case Needs Attention': { readonly reasons: readonly string[] };
  'Case Attention Cleared': { readonly reasons: readonly string[] };
  'Return Tracking Assigned': PreAdvice;
  'Return Tracking Replaced': PreAdvice & {
    readonly replaces: readonly { readonly announcementId: string; readonly trackingNumber: string }[];
  };
  'Return Tracking Withdrawn': {
    readonly announcementId: string;
    readonly warehouseId: string;
    readonly trackingNumber: string;
    readonly caseId: string;
    readonly shop: string;
  };
  'Return Parcel Moved': {
    readonly trackingNumber: string;
    readonly carrier?: string;
    readonly stage: ParcelStage;
    readonly sides: readonly ParcelSide[];
    readonly movedAt?: Instant;
  };
  'Return Parcel Unclaimed': {
    readonly trackingNumber: string;
    readonly receivedAt?: Instant;
    readonly warehouseId?: string;
    readonly lines: readonly SkuQuantity[];
  };
  'Parcel Follow Requested': FollowRequest;
  'Return Parcel Claimed': { readonly trackingNumber: string; readonly cases: readonly string[] };
  'Goods Received': GoodsNotice & { readonly receiptId: string; readonly lines?: readonly SkuQuantity[] };
  'Goods Inspected': GoodsNotice & { readonly inspectionId: string; readonly lines: readonly InspectedLine[] };
  /** A value: no lines once the warehouse corrected its check and nothing is wrong any more. */
  'Goods Exception Found': GoodsNotice & { readonly inspectionId: string; readonly lines: readonly InspectedLine[] };
  'Goods Stocked In': GoodsNotice & { readonly stockInId: string; readonly lines: readonly StockedLine[] };
  'Refund Completed': {
    readonly refundId: string;
    readonly kind: MoneyKind;
    readonly amount: Money;
    readonly at: Instant;
    readonly by: By;
  };
  'Refund Failed': {
    readonly refundId: string;
    readonly kind: MoneyKind;
    readonly amount: Money;
    readonly at: Instant;
    readonly by: By;
    readonly reason?: string;
  };
  'Deadline Opened': DeadlineNotice;
  'Deadline Moved': DeadlineNotice & { readonly replaces: string };
  'Deadline Cancelled': { readonly deadlineId: string; readonly kind: string; readonly subject: string };
  'Deadline Approaching': {
    readonly deadlineId: string;
    readonly kind: string;
    readonly subject: string;
    readonly dueAt: Instant;
  };
  'Deadline Missed': {
    readonly deadlineId: string;
    readonly kind: string;
    readonly subject: string;
    readonly dueAt: Instant;
    readonly escalation: number;
    readonly metAt?: Instant;
  };
  'Deadline Breach Withdrawn': {
    readonly deadlineId: string;
    readonly kind: string;
    readonly subject: string;
    readonly metAt?: Instant;
  };
  'Deadline Met': {
    readonly deadlineId: string;
    readonly kind: string;
    readonly subject: string;
    readonly dueAt: Instant;
    readonly metAt: Instant;
  };
}
export type EventType = keyof EventData;

/** One thing to tell the world, as it is kept inside the snapshot that makes it true. */
export type Change = {
  [T in EventType]: {
    readonly type: T;
    readonly data: EventData[T];
    /** Always the same for the same change, so that consumers and `republish` can rely on it. */
    readonly eventId: string;
    readonly occurredAt: Instant;
    /** The record: `CASE#<key>` or `PARCEL#<number>`. */
    readonly record: string;
    /** The snapshot's version that first held it. */
    readonly version: number;
  };
}[EventType];

/** What was last told of one value, or that a happening was told. Kept in the snapshot. */
export interface ToldEntry {
  /** How often this value was told; 1 for a happening. */
  readonly times: number;
  /** A hash of what was told; a value is told again when it differs. Empty for *told that it is gone*. */
  readonly hash: string;
  /** The change itself, for values: what a later one must name as replaced, and what `republish` sends again. */
  readonly change?: Change;
  /** Nobody was told: a newer fold took it over in silence. Absent of what was told. */
  readonly silent?: true;
  /** Of what is silent: what had been told until then. */
  readonly before?: ToldEntry;
}
export type Told = Readonly<Record<string, ToldEntry>>;
