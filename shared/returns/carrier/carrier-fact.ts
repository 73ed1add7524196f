import type { Instant } from '../record/instant.ts';
import type { ParcelSide, ParcelStage } from './parcel-stages.ts';

/** One step of a parcel, as a carrier tells it; `raw` is the carrier's own code. */
export interface Move {
  readonly stage: ParcelStage | ParcelSide;
  readonly at: Instant;
  readonly raw?: string;
}

export interface MovedFact extends Move {
  readonly fact: 'moved';
  readonly carrier?: string;
}

/**
 * All that a carrier feed knows of the parcel, taking the place of the feed's earlier ones. `at` is the newest move's time.
 * `end`: the feed follows it no further, because it is over or because it gave up.
 */
export interface RouteFact {
  readonly fact: 'route';
  readonly at: Instant;
  readonly moves: readonly Move[];
  /** With whom the feed looks for the number; it is there once there is a move. */
  readonly carrier?: string;
  /** The carrier that the feed found to be the wrong one: `carrier` is the right one, even without a move. */
  readonly corrects?: string;
  readonly end?: RouteEnd;
}

export const routeEnds = ['aborted', 'finished'] as const;
export type RouteEnd = (typeof routeEnds)[number];

/** A carrier feed answered a subscription. */
export interface FollowAnsweredFact {
  readonly fact: 'follow-answered';
  readonly at: Instant;
  /** Counts our tries on this number, from 1. */
  readonly round: number;
  readonly accepted: boolean;
  readonly reason?: string;
  /** What it was asked with; undefined where no carrier was named. A refusal holds only for this one, at this warehouse. */
  readonly carrier?: string;
  /** Whose phone it was asked with, where the parcel's destination was known. */
  readonly warehouseId?: string;
}

/** What carriers, and the feeds that speak for them, say of a parcel. */
export type CarrierFact = MovedFact | RouteFact | FollowAnsweredFact;

/** Where following a number at a carrier feed stands. `asked`: not answered yet. `aborted`: the feed gave up. */
export const followStates = ['asked', 'followed', 'refused', 'finished', 'aborted'] as const;
export type FollowState = (typeof followStates)[number];
