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
import type { WorkPart } from '../work/part.ts';

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
    Pick<ContactPart, 'messages' | 'buyerWrote' | 'replacement' | 'stopRequested' | 'writtenUp'>,
    GoodsPart,
    WarehousePart,
    TrackingPart,
    MoneyPart,
    Partial<WorkPart> {
  readonly key: string;
  readonly source: string;
  readonly disputes: readonly Dispute[];
  /** What is wrong with the goods, settled or not. */
  readonly concern: Concern | undefined;
  /** When we first heard that the case was asked for; absent while nobody said so. */
  readonly heardAt?: Instant;
  /** When persons did anything to it, the earliest first. */
  readonly touches: readonly Instant[];
  /** When persons said that they sent evidence to the platform, the earliest first. */
  readonly evidenceSent: readonly Instant[];
  /** When the request was answered, the earliest first. */
  readonly answers: readonly Instant[];
  /** By the platform's own kinds; also what it took away. */
  readonly setByPlatform: ReadonlyMap<string, PlatformDeadline>;
  readonly warehouses: Readonly<Record<string, WarehouseRules>>;
  /** The parcels that Backhaul itself announces, with the first answer to that. */
  readonly announced: ReadonlyMap<string, Instant | undefined>;
  readonly waitForParcelsMinutes: number;
  /** What the channels of this case tell: a kind that needs more is not measured. */
  readonly tells: readonly Need[];
  /** When it was the buyer's turn; without `to`, it still is. */
  readonly waits: readonly Wait[];
}

/** A span in which the buyer is waited for. */
export interface Wait {
  readonly from: Instant;
  readonly to?: Instant;
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

/** What a merchant's file has to say that a channel tells, for some kinds to be measured. */
export const needs = ['messages', 'stops', 'write-ups', 'acknowledgements'] as const;
export type Need = (typeof needs)[number];

/** A deadline before its clock's ticks are counted. One that is not met either has a due time or is paused. */
export interface Clock {
  /** A tracking number, `case`, or of `platform-decision` the platform's own kind. */
  readonly subject: string;
  readonly openedAt: Instant;
  /** When its reminder is due; without it, so long before `dueAt` as its rule says. */
  readonly remindAt?: Instant;
  readonly dueAt?: Instant;
  /** Since when it stands still. It has no due time then: nobody knows how long. */
  readonly pausedSince?: Instant;
  /** A platform's own deadline wins where it is earlier, and is never moved by us. */
  readonly setBy: 'policy' | 'platform';
  readonly metAt?: Instant;
}

/** What opens a clock of ours, and what meets it. */
export interface Opening {
  readonly subject: string;
  readonly openedAt: Instant;
  readonly metAt?: Instant | undefined;
  /** How long it runs, where that is not what its rule says. */
  readonly minutes?: number;
}

/** How time is counted for a kind of deadline: which hours of which days, and what stands still. */
export interface ClockTime {
  readonly rule: DeadlineRule;
  /** A clock by policy, with its due time, or paused. */
  readonly clock: (opening: Opening) => Clock;
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
  /** Who has to act. A team's own kinds count working hours only, and stand still while the buyer is waited for. */
  readonly of: Party;
  /** Of a team, and yet at all hours: what a machine does. */
  readonly roundTheClock?: true;
  /** It stands for a time of the platform's or the buyer's: while a notice of the platform holds, it stands still. */
  readonly followsNotices?: true;
  readonly outlivesCase?: true;
  /** That it opened, moved or was met is told to nobody: only that it is near, or was missed. */
  readonly isQuiet?: true;
  /** What has to be told for it to be measured at all. */
  readonly needs?: Need;
  readonly clocksOf: (basis: Basis, time: ClockTime) => readonly Clock[];
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return addMillis(at, minutes * 60_000);
}
