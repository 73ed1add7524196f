import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** All that is open, as lists show it. */
export interface EntrySource {
  readEntries(): Promise<readonly Entry[]>;
  /** One of them as its record is now, strongly consistent; undefined where there is none any more. */
  readAnew(entry: Entry): Promise<Entry | undefined>;
}

/** A shop whose changes come without webhooks: its hook may be off. */
export interface Silence {
  readonly source: string;
  readonly channel: string;
  readonly shop: string;
  readonly silentSince: Instant;
}

/** Of whom, of what, how urgently, and by which robot: `NOTIFIED#<owner>#<thing>#<level>`, `<robot>`. */
export interface NoticeName {
  readonly owner: string;
  readonly thing: string;
  readonly level: string;
  readonly robot: string;
}

export type ClaimAnswer =
  /** Nobody told it, and nobody else tells it before the lease is over. `tries`: how often it failed before. */
  | { readonly kind: 'mine'; readonly tries: number }
  | { readonly kind: 'told' }
  /** Another run is at it, or it failed and has to wait. */
  | { readonly kind: 'taken' };

export type Settlement =
  | { readonly kind: 'told' }
  /** It was not told, and may be from then on. */
  | { readonly kind: 'again'; readonly at: Instant; readonly tries: number };

/** Whose a claim is, and until when nobody else takes it. */
export interface Lease {
  readonly by: string;
  readonly now: Instant;
  readonly until: Instant;
}

/** Who tells what: a claim is made before the robot is called, and settled when it answered. A run that died leaves its claims until their lease is over. */
export interface ClaimTable {
  claim(name: NoticeName, lease: Lease): Promise<ClaimAnswer>;
  /** Only as long as the claim is still that run's. */
  settle(name: NoticeName, by: string, outcome: Settlement): Promise<void>;
}

/** What a robot was told lately, and whether it takes anything now. */
export interface RobotState {
  /** Grows by one with each write; 0 while there is none. */
  readonly version: number;
  /** Of its last minute and a bit, the earliest first. */
  readonly sentAt: readonly Instant[];
  readonly pausedUntil?: Instant;
  /** How many calls in a row had no good answer. */
  readonly failures: number;
}

export interface RobotStates {
  readRobot(robot: string): Promise<RobotState>;
  /** Only if the stored version is still `state.version - 1`. */
  writeRobot(robot: string, state: RobotState): Promise<'written' | 'lost'>;
}
