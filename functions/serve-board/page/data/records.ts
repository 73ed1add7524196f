import type { Answered } from '#shared/api/client.ts';
import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';

/** All open records in sight, by {@link entryIdOf}, and where to go on. */
export interface Records {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Of the last answer. */
  readonly cursor?: string;
  /** Shops in sight of which webhooks tell nothing. */
  readonly silent: Listed['silent'];
  /** When all was loaded. */
  readonly wholeAtMs: number;
}

export const noRecords: Records = { entries: new Map(), silent: [], wholeAtMs: 0 };

export type Listed = NonNullable<Extract<Answered<'listCases'>, { readonly ok: true }>['body']>;

/** What is listed whole is all there is; of what changed the higher version counts, and what is done leaves. */
export function withListed(before: Records, { whole, entries: told, silent, cursor }: Listed, nowMs: number): Records {
  const entries = new Map(whole ? [] : before.entries);
  for (const entry of told as readonly Entry[]) {
    const id = entryIdOf(entry);
    const known = entries.get(id);
    if (!known || known.version <= entry.version) {
      entries.set(id, entry);
    }
  }
  for (const [id, { isOpen }] of entries) {
    if (!isOpen) {
      entries.delete(id);
    }
  }
  return { entries, silent, cursor, wholeAtMs: whole ? nowMs : before.wholeAtMs };
}
