import type { DecisionPart } from '../decision/part.ts';
import type { GoodsPart } from '../goods/part.ts';
import type { MoneyPart } from '../money/part.ts';
import type { OpeningPart } from '../opening/slice.ts';
import { addMillis, type Instant } from '../record/instant.ts';
import type { TrackingPart } from '../tracking/part.ts';
import type { WarehousePart } from '../warehouse/part.ts';
import type { WarehouseRules } from '../warehouse/warehouse-rules.ts';

/** What the platform says of one kind of deadline, and since when it says just that. */
export interface PlatformDeadline {
  readonly dueAt: Instant;
  readonly since: Instant;
}

/** All that decides a case's deadlines. */
export interface DeadlineBasis
  extends Pick<OpeningPart, 'details'>,
    Pick<DecisionPart, 'decision' | 'closedAt'>,
    Pick<GoodsPart, 'directGoods'>,
    WarehousePart,
    TrackingPart,
    MoneyPart {
  readonly key: string;
  /** By the platform's own kinds. */
  readonly setByPlatform: ReadonlyMap<string, PlatformDeadline>;
  readonly warehouses: Readonly<Record<string, WarehouseRules>>;
}

/** When a kind of deadline is due, and what happens around it. Minutes. */
export interface DeadlineRule {
  readonly dueAfterMinutes: number;
  readonly remindBeforeMinutes: number;
  readonly escalateEveryMinutes: number;
  readonly escalations: number;
}

/** A deadline before its clock's ticks are counted. */
export interface Clock {
  /** A tracking number, or `case`. */
  readonly subject: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  /** A platform's own deadline wins where it is earlier, and is never moved by us. */
  readonly setBy: 'policy' | 'platform';
  readonly metAt?: Instant;
}

/** All that decides a parcel's deadlines. */
export interface ParcelDeadlineBasis {
  readonly number: string;
  /** When we first heard that it had come to a warehouse. */
  readonly cameAt?: Instant;
  /** No case counts it. */
  readonly unclaimed: boolean;
  /** When we first heard of it from a case that counts it. */
  readonly claimedAt?: Instant;
}

/** A kind of deadline: what opens it, when it is due, what meets it. The end of a case stops every kind of it. */
export interface DeadlineRow<Basis = DeadlineBasis> {
  /** The procedure's own figures: they hold where a policy says nothing of the kind. */
  readonly usual: DeadlineRule;
  readonly clocksOf: (basis: Basis, rule: DeadlineRule) => readonly Clock[];
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return addMillis(at, minutes * 60_000);
}
