import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { EntriesRead } from './entries-read.ts';
import type { Shelf } from './partitions.ts';
import type { EntryIndex } from './ports.ts';
import { ShelfMemory } from './shelf-memory.ts';

export interface EntryReader {
  /** All that is open on these shelves, and what was done lately. Kept in memory, and brought up to date where that is not as of just now. */
  read(shelves: readonly Shelf[]): Promise<EntriesRead>;
}

interface Options {
  readonly index: EntryIndex;
  readonly now: () => Instant;
  /** What was read so lately is not read again. */
  readonly freshMs?: number;
}

/** One for each container: what it has in memory is shared by all who ask it. */
export function createEntryReader({ index, now, freshMs = 1000 }: Options): EntryReader {
  const shelves = new Map<Shelf, Kept>();
  return {
    read: async (names) => {
      const at = now();
      const read = await Promise.all(names.map(async (name) => await shelfOf(shelves, index, name).read(at, freshMs)));
      return together(read, at);
    },
  };
}

interface Kept {
  read(now: Instant, freshMs: number): Promise<EntriesRead>;
}

function shelfOf(shelves: Map<Shelf, Kept>, index: EntryIndex, name: Shelf): Kept {
  const kept = shelves.get(name) ?? keep(new ShelfMemory(index, name));
  shelves.set(name, kept);
  return kept;
}

/** Those who ask while it is read wait for the same reading. */
function keep(memory: ShelfMemory): Kept {
  let last: { readonly at: Instant; readonly reading: Promise<EntriesRead> } | undefined;
  return {
    read: async (now, freshMs) => {
      if (!last || now < last.at || now >= addMillis(last.at, freshMs)) {
        const reading = (last?.reading ?? Promise.resolve())
          .catch(() => undefined)
          .then(async () => await memory.refresh(now));
        last = { at: now, reading };
        // What could not be read is read anew by whoever comes next.
        reading.catch(() => {
          last = undefined;
        });
      }
      return await last.reading;
    },
  };
}

function together(read: readonly EntriesRead[], now: Instant): EntriesRead {
  const earliest = (times: readonly Instant[]) => times.reduce((a, b) => (b < a ? b : a), now);
  const latest = (times: readonly Instant[]) => times.reduce((a, b) => (b > a ? b : a), times[0] ?? now);
  return {
    entries: read.flatMap(({ entries }) => entries),
    asOf: earliest(read.map(({ asOf }) => asOf)),
    doneSince: latest(read.map(({ doneSince }) => doneSince)),
  };
}
