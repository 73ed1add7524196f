import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { EntriesRead } from './entries-read.ts';
import { EntryBook } from './entry-book.ts';
import type { EntryIndex, Shelf } from './ports.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Whoever asks what changed looks so far back: an entry takes that long at most until the index shows it, by its writer's clock. */
export const overlapMs = 2 * minuteMs;
/** After so long all is loaded anew: nothing that went wrong lasts longer. */
export const reloadMs = 30 * minuteMs;
/** What is done is kept so long, for those who ask what changed. */
const doneMs = reloadMs + 2 * overlapMs;

/** How many days ago parts of a shelf end that are loaded side by side: most of what is open was written lately. */
const cutDays = [0.25, 1, 2, 4, 8, 16];

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
    const parts = partsUntil(now).map(async ([from, until]) =>
      book.add(await this.index.readBetween({ shelf: this.shelf }, from, until)),
    );
    const doneSince = addMillis(now, -doneMs);
    await Promise.all([...parts, this.readDone(book, doneSince, now)]);
    return await this.followUp({ book, loadedAt: now, asOf: now, doneSince }, now);
  }

  private async followUp(known: Loaded, now: Instant): Promise<Loaded> {
    const { book } = known;
    const from = addMillis(known.asOf, -overlapMs);
    const open = this.index.readBetween({ shelf: this.shelf }, from);
    await Promise.all([open.then((entries) => book.add(entries)), this.readDone(book, from, now)]);
    return { ...known, asOf: now };
  }

  /** A writer's clock may be ahead of ours. */
  private async readDone(book: EntryBook, from: Instant, now: Instant): Promise<void> {
    const months = new Set([from, now, addMillis(now, overlapMs)].map((at) => at.slice(0, 7)));
    const done = [...months].map(async (doneIn) => await this.index.readBetween({ shelf: this.shelf, doneIn }, from));
    book.add((await Promise.all(done)).flat());
  }
}

/** Parts that follow on one another, without a beginning and without an end. */
function partsUntil(now: Instant): (readonly [from: Instant | undefined, until: Instant | undefined])[] {
  const cuts = cutDays.map((days) => addMillis(now, -days * dayMs));
  return [undefined, ...cuts].map((until, index) => [cuts[index], until] as const);
}
