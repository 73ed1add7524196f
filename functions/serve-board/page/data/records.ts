import type { Answered } from '#shared/api/client.ts';
import { type Entry, type EntryWork, entryIdOf } from '#shared/returns/attention/entry.ts';

/** All open records in sight, by {@link entryIdOf}, and where to go on. */
export interface Records {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Of the last answer. */
  readonly cursor?: string;
  /** Shops in sight of which webhooks tell nothing. */
  readonly silent: Listed['silent'];
  /** When all was loaded. */
  readonly wholeAtMs: number;
  /** What acts answered and lists have not told yet, by the same ids. */
  readonly awaited: ReadonlyMap<string, Awaited>;
}

interface Awaited {
  readonly version: number;
  /** So long it is asked for often. */
  readonly untilMs: number;
}

export const noRecords: Records = { entries: new Map(), silent: [], wholeAtMs: 0, awaited: new Map() };

export type Listed = NonNullable<Extract<Answered<'listCases'>, { readonly ok: true }>['body']>;

/** What an act answered of its record: what lists will tell of it. */
export interface ShownRecord {
  /** {@link entryIdOf} */
  readonly id: string;
  readonly version: number;
  /** Absent while nobody worked on it. */
  readonly work?: EntryWork | undefined;
}

/** A list that still lags behind an act by then has lost it, and is asked as seldom as ever. */
const awaitMs = 120_000;

/** What is listed whole is all there is; of what is told twice the higher version counts, and what is done leaves. */
export function withListed(before: Records, { whole, entries: told, silent, cursor }: Listed, nowMs: number): Records {
  const entries = new Map(whole ? [] : before.entries);
  for (const entry of told as readonly Entry[]) {
    const id = entryIdOf(entry);
    const known = entries.get(id) ?? before.entries.get(id);
    entries.set(id, known && known.version > entry.version ? known : entry);
  }
  const toldIds = new Map((told as readonly Entry[]).map((entry) => [entryIdOf(entry), entry.version]));
  const awaited = [...before.awaited].filter(
    ([id, { version, untilMs }]) => entries.has(id) && (toldIds.get(id) ?? -1) < version && nowMs < untilMs,
  );
  for (const [id, { isOpen }] of entries) {
    if (!isOpen) {
      entries.delete(id);
    }
  }
  return { entries, silent, cursor, wholeAtMs: whole ? nowMs : before.wholeAtMs, awaited: new Map(awaited) };
}

/** Who works on a record, as an act answered it: shown at once, and awaited from lists. One that no list shows stays so. */
export function withShown(before: Records, { id, version, work = { notes: 0 } }: ShownRecord, nowMs: number): Records {
  const known = before.entries.get(id);
  if (!known || known.version > version) {
    return before;
  }
  return {
    ...before,
    entries: new Map(before.entries).set(id, { ...known, version, work }),
    awaited: new Map(before.awaited).set(id, { version, untilMs: nowMs + awaitMs }),
  };
}
