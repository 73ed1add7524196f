import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';
import { digest } from '#shared/returns/record/digest.ts';
import { addMillis } from '#shared/returns/record/instant.ts';
import { cursorOf, readCursor } from './cursor.ts';
import type { EntryReader } from './entry-reader.ts';
import type { Shelf } from './partitions.ts';
import { overlapMs } from './shelf-memory.ts';

/** What a client that keeps a list in its memory is told. Of two versions of an entry it keeps the higher one, and drops what is not open. */
export interface ListPage {
  /** All that is open: what the client had before is no more. Else what was written since its cursor, some of it a second time. */
  readonly whole: boolean;
  readonly entries: readonly Entry[];
  /** To be given with the next question. */
  readonly cursor: string;
  /** The same while nothing in `entries` changes. */
  readonly tag: string;
}

/**
 * What changed on some shelves since a cursor; all that is open, where there is none, or it is too old, or of other shelves. A client loads whole every half an hour.
 *
 * @param since - As an earlier page gave it.
 */
export async function readListPage(
  reader: EntryReader,
  shelves: readonly Shelf[],
  since: string | undefined,
): Promise<ListPage> {
  const { entries, asOf, doneSince } = await reader.read(shelves);
  const cursor = cursorOf(asOf, shelves);
  const before = since === undefined ? undefined : readCursor(since, shelves);
  const from = before && addMillis(before, -overlapMs);
  if (!from || from < doneSince) {
    return pageOf(
      true,
      entries.filter(({ isOpen }) => isOpen),
      cursor,
    );
  }
  return pageOf(
    false,
    entries.filter(({ writtenAt }) => writtenAt >= from),
    cursor,
  );
}

function pageOf(whole: boolean, entries: readonly Entry[], cursor: string): ListPage {
  const versions = entries.map((entry) => `${entryIdOf(entry)} ${entry.version}`).sort();
  return { whole, entries, cursor, tag: digest(String(whole), ...versions) };
}
