import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { EntriesRead } from './entries-read.ts';
import { EntryBook } from './entry-book.ts';
import { allRounds, monthOf, roundsBetween, type Shelf } from './partitions.ts';
import type { EntryIndex } from './ports.ts';

const minuteMs = 60_000;

/** Whoever asks what changed looks so far back: an entry takes that long at most until the index shows it, by its writer's clock. */
export const overlapMs = 2 * minuteMs;
/** After so long all is loaded anew: nothing that went wrong lasts longer. */
export const reloadMs = 30 * minuteMs;
/** What is done is kept so long, for those who ask what changed. */
const doneMs = reloadMs + 2 * overlapMs;

interface Loaded {
  readonly book: EntryBook;
  readonly loadedAt: Instant;
  /** What was written up to then is in the book, as far as the index showed it. */
  readonly asOf: Instant;
  /** All that was done since then is in it, too. */
  readonly doneSince: Instant;
}

/** One shelf in a container's memory: loaded whole, then kept up with what changed. */
export class ShelfMemory {
  private readonly index: EntryIndex;
  private readonly shelf: Shelf;
  private state: Loaded | undefined;

  constructor(index: EntryIndex, shelf: Shelf) {
    this.index = index;
    this.shelf = shelf;
  }

  /** What is known once it is as of `now`. */
  async refresh(now: Instant): Promise<EntriesRead> {
    const { state } = this;
    const isOld = !state || now < state.loadedAt || now >= addMillis(state.loadedAt, reloadMs);
    const next = isOld ? await this.load(now) : await this.followUp(state, now);
    this.state = next;
    return { entries: next.book.all(), asOf: next.asOf, doneSince: next.doneSince };
  }

  /** Since an entry that is written meanwhile goes from one part to another, what changed is looked at once more in the end. */
  private async load(now: Instant): Promise<Loaded> {
    const book = new EntryBook();
    const doneSince = addMillis(now, -doneMs);
    await Promise.all([this.readOpen(book, allRounds), this.readDone(book, doneSince, now)]);
    return await this.followUp({ book, loadedAt: now, asOf: now, doneSince }, now);
  }

  private async followUp(known: Loaded, now: Instant): Promise<Loaded> {
    const { book } = known;
    const from = addMillis(known.asOf, -overlapMs);
    await Promise.all([this.readOpen(book, roundsBetween(from, latest(now)), from), this.readDone(book, from, now)]);
    return { ...known, asOf: now };
  }

  private async readOpen(book: EntryBook, rounds: readonly number[], from?: Instant): Promise<void> {
    const { shelf } = this;
    await Promise.all(rounds.map(async (openOn) => book.add(await this.index.readBetween({ shelf, openOn }, from))));
  }

  private async readDone(book: EntryBook, from: Instant, now: Instant): Promise<void> {
    const months = new Set([from, latest(now)].map(monthOf));
    const done = [...months].map(async (doneIn) => await this.index.readBetween({ shelf: this.shelf, doneIn }, from));
    book.add((await Promise.all(done)).flat());
  }
}

/** A writer's clock may be ahead of ours. */
function latest(now: Instant): Instant {
  return addMillis(now, overlapMs);
}
