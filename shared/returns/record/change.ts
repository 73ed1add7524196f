import type { EventData, EventType } from '../events.ts';
import type { Instant } from './instant.ts';

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
