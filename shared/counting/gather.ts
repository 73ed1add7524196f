import { addedOf } from './counts.ts';
import type { HealthTable, HourCounts } from './ports.ts';

/** Counts in memory, and now and then into the table, so that many messages are one write. */
export interface Gatherer {
  add(counts: HourCounts): void;
  /** @throws what the table threw; what it did not take is kept for the next time. */
  flush(): Promise<void>;
}

/** One per container. What a container had not written when it was killed is lost, and what the table took without saying so counts twice: these are no accounts. */
export function createGatherer(table: Pick<HealthTable, 'add'>): Gatherer {
  let gathered = new Map<string, HourCounts>();
  const add = (counts: HourCounts) => {
    const name = JSON.stringify([counts.source, counts.channel, counts.hour]);
    const before = gathered.get(name);
    gathered.set(name, before ? addedOf(before, counts) : counts);
  };
  return {
    add,
    flush: async () => {
      const taken = [...gathered.values()];
      gathered = new Map();
      const written = await Promise.allSettled(taken.map((counts) => table.add(counts)));
      const failed = written.find((each) => each.status === 'rejected');
      for (const [index, { status }] of written.entries()) {
        if (status === 'rejected') {
          add(taken[index] as HourCounts);
        }
      }
      if (failed) {
        throw failed.reason;
      }
    },
  };
}
