import type { EventData, EventType } from '../events.ts';
import type { Change, Told, ToldEntry } from './change.ts';
import { digest } from './digest.ts';
import type { Instant } from './instant.ts';

/**
 * Something that is true of a record and may have to be told.
 * - `once`: a happening, told once by its key.
 * - `value`: told again whenever it differs from what was last told; `hash` says what differs. An empty hash is *gone*.
 */
export type Telling = {
  [T in EventType]: {
    readonly key: string;
    readonly mode: 'once' | 'value';
    readonly type: T;
    readonly hash: string;
    /** `times` is how often this key will then have been told. */
    readonly data: EventData[T] | ((times: number) => EventData[T]);
  };
}[EventType];

/** The record that tells, as its changes name it. */
export interface Teller {
  /** `CASE#<key>` or `PARCEL#<number>`. */
  readonly record: string;
  readonly version: number;
  readonly occurredAt: Instant;
}

/** What of the tellings is new, and the memory after it was told. The memory never holds a thing as told that is not in `changes` or was before. */
export function tell(
  teller: Teller,
  told: Told,
  tellings: readonly Telling[],
): { readonly changes: Change[]; readonly told: Told } {
  const memory = new Map(Object.entries(told));
  const changes: Change[] = [];
  for (const telling of tellings) {
    const entry = memory.get(telling.key);
    if (entry && (telling.mode === 'once' || entry.hash === telling.hash)) {
      continue;
    }
    const times = (entry?.times ?? 0) + 1;
    const change = changeOf(teller, telling, times);
    changes.push(change);
    memory.set(
      telling.key,
      telling.mode === 'once' ? { times, hash: telling.hash } : { times, hash: telling.hash, change },
    );
  }
  return { changes, told: Object.fromEntries(memory) };
}

/** The change that a telling makes when it is told for the n-th time; the same inputs give the same event id. */
export function changeOf({ record, version, occurredAt }: Teller, telling: Telling, times: number): Change {
  const data = typeof telling.data === 'function' ? telling.data(times) : telling.data;
  return {
    type: telling.type,
    data,
    eventId: digest(record, telling.key, String(times)),
    occurredAt,
    record,
    version,
  } as Change;
}

/** The told entries whose key starts with a prefix and that still stand. */
export function standingEntries(told: Told, prefix: string): (ToldEntry & { readonly key: string })[] {
  return Object.entries(told)
    .filter(([key, entry]) => key.startsWith(prefix) && entry.hash !== '')
    .map(([key, entry]) => ({ key, ...entry }));
}

/** What was really told by an entry: of one that a newer fold took over in silence, what had been told until then. */
export function heardOf(entry: ToldEntry): ToldEntry | undefined {
  return entry.silent ? entry.before : entry;
}

/** The memory without what nobody heard. */
export function heardIn(told: Told): Told {
  const entries = Object.entries(told).map(([key, entry]) => [key, heardOf(entry)] as const);
  return Object.fromEntries(entries.filter((each): each is [string, ToldEntry] => each[1] !== undefined));
}
