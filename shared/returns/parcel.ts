import type { ParcelSide, ParcelStage } from './fact.ts';
import type { GoodsFact, SkuQuantity, Units } from './goods-fact.ts';
import type { Instant } from './instant.ts';
import type { Note } from './note.ts';

/** A case that may concern this parcel, and what it expects in it. Never removed; a later revision of the same case replaces it. */
export interface ParcelLink {
  readonly caseKey: string;
  /** The version of the case's snapshot that says so. */
  readonly revision: number;
  /** The case's latest statement still names the number. */
  readonly stands: boolean;
  /** The case is not closed, declined or withdrawn. */
  readonly open: boolean;
  /** All that the case expects back, in whichever parcel. */
  readonly lines: readonly SkuQuantity[];
}

export type Allotment = 'sole' | 'divided' | 'awaiting' | 'not-attributed';

/** The folded record of one tracking number. */
export interface ParcelSnapshot {
  readonly number: string;
  readonly carrier?: string;
  readonly stage: ParcelStage;
  readonly sides: readonly ParcelSide[];
  readonly movedAt?: Instant;
  readonly receivedAt?: Instant;
  /** What the warehouse reported, each by its own id, oldest first. */
  readonly goods: readonly GoodsFact[];
  /** Cases whose latest statement names the number. */
  readonly cases: readonly string[];
  /** Cases that ever named it. */
  readonly linked: readonly string[];
  readonly allotment: Allotment;
  /** Whose units they are: by case key, by SKU. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, Units>>>>;
  /** It has reached a warehouse and no case counts it. */
  readonly unclaimed: boolean;
  readonly notes: readonly Note[];
  /** When we last learned something of it. */
  readonly updatedAt?: Instant;
}
