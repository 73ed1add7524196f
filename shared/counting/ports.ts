import type { Instant } from '#shared/returns/record/instant.ts';

/** How a delivery came: posted by its sender, or read at the store. */
export type Via = 'webhook' | 'read';

/** A channel, as `<source>` and `<channel>`. */
export interface ChannelName {
  readonly source: string;
  readonly channel: string;
}

/** What was counted of one channel within one hour; any number of these put together in any order make the same. */
export interface HourCounts extends ChannelName {
  /** UTC, to the hour: `2026-03-02T01`. */
  readonly hour: string;
  /** By the names in counts.ts; what is not there is none. */
  readonly sums: Readonly<Record<string, number>>;
  /** In which minutes of the hour something came, sorted, each once. */
  readonly heard: Readonly<Record<Via, readonly number[]>>;
}

/** What was counted, by channel and hour. Kept for {@link keptDays}. */
export interface HealthTable {
  /** Adds to what stands there; nobody else's is lost. */
  add(counts: HourCounts): Promise<void>;
  /** From one hour on, the earliest first. */
  readHours(name: ChannelName, from: string): Promise<readonly HourCounts[]>;
  /** When something was last heard this way, to the minute; undefined where nothing was in all that is kept. */
  lastHeard(name: ChannelName, via: Via): Promise<Instant | undefined>;
  /** The first hour of which anything is kept of this channel. */
  firstHour(name: ChannelName): Promise<string | undefined>;
}

/** How long counts are kept. */
export const keptDays = 90;
