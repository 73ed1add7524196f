import { type EntryPartition, partitionOf } from '#shared/lists/partitions.ts';
import type { EntryIndex } from '#shared/lists/ports.ts';

import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

interface Standing {
  readonly entry: Entry;
  /** From when to when the index shows it. */
  readonly from: Instant;
  until: Instant | undefined;
}

/** An index that shows each write some time after it was made: what stood there before may go earlier, or stay for a while beside it. */
export class LaggingIndex implements EntryIndex {
  private readonly standing: Standing[] = [];
  private readonly now: () => Instant;
  /** Partitions that were asked for. */
  reads = 0;

  constructor(now: () => Instant) {
    this.now = now;
  }

  /** @param shownAt - When it comes into the index. @param goneAt - When the version before it leaves it. */
  write(entry: Entry, shownAt: Instant, goneAt: Instant): void {
    const id = entryIdOf(entry);
    for (const each of this.standing.filter(({ entry: old, until }) => entryIdOf(old) === id && until === undefined)) {
      // What never was shown is never shown: the index takes the writes of one item in their order.
      each.until = goneAt > each.from ? goneAt : each.from;
    }
    this.standing.push({ entry, from: shownAt, until: undefined });
  }

  async readBetween(partition: EntryPartition, from?: Instant, until?: Instant) {
    this.reads += 1;
    const now = this.now();
    return this.standing
      .filter((each) => each.from <= now && (each.until === undefined || each.until > now))
      .map(({ entry }) => entry)
      .filter((entry) => JSON.stringify(partitionOf(entry)) === JSON.stringify(partition))
      .filter(({ writtenAt }) => (!from || writtenAt >= from) && (!until || writtenAt <= until));
  }
}
