import type { Concern } from '../contact/concern.ts';
import type { ContactPart } from '../contact/slice.ts';
import type { DecisionPart } from '../decision/part.ts';
import type { Dispute } from '../disputes/slice.ts';
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
  /** When it was taken away. */
  readonly removedAt?: Instant;
}

/** All that decides a case's deadlines. */
export interface DeadlineBasis
  extends Pick<OpeningPart, 'details'>,
    Pick<DecisionPart, 'decision' | 'closedAt'>,
    Pick<ContactPart, 'messages' | 'replacement'>,
    GoodsPart,
    WarehousePart,
    TrackingPart,
    MoneyPart {
  readonly key: string;
  readonly disputes: readonly Dispute[];
  /** What is wrong with the goods, settled or not. */
  readonly concern: Concern | undefined;
  /** When the request was answered, the earliest first. */
  readonly answers: readonly Instant[];
  /** By the platform's own kinds; also what it took away. */
  readonly setByPlatform: ReadonlyMap<string, PlatformDeadline>;
  readonly warehouses: Readonly<Record<string, WarehouseRules>>;
  readonly waitForParcelsMinutes: number;
}

/** When a kind of deadline is due, and what happens around it. Minutes. */
export interface DeadlineRule {
  readonly dueAfterMinutes: number;
  readonly remindBeforeMinutes: number;
  readonly escalateEveryMinutes: number;
  readonly escalations: number;
}

/** Who has to act. */
export const parties = ['buyer', 'team', 'merchant', 'warehouse', 'carrier', 'platform'] as const;
export type Party = (typeof parties)[number];

/** A deadline before its clock's ticks are counted. */
export interface Clock {
  /** A tracking number, `case`, or of `platform-decision` the platform's own kind. */
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

/** A kind of deadline: what opens it, when it is due, what meets it. The end of a case stops its clocks, unless it `outlivesCase`. */
export interface DeadlineRow<Basis = DeadlineBasis> {
  /** The procedure's own figures: they hold where a policy says nothing of the kind. */
  readonly usual: DeadlineRule;
  readonly outlivesCase?: true;
  readonly clocksOf: (basis: Basis, rule: DeadlineRule) => readonly Clock[];
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return addMillis(at, minutes * 60_000);
}
