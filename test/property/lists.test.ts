import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntryReader, type EntryReader } from '#shared/lists/entry-reader.ts';
import { readListPage } from '#shared/lists/list-page.ts';
import { type Entry, entryIdOf } from '#shared/returns/attention/entry.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { caseEntry } from '../memory/entries.ts';
import { LaggingIndex } from '../memory/lagging-index.ts';
import { runs } from './runs.ts';

const shelf = 'test:a';
const secondMs = 1000;
/** What the index and a slow writer take together at most, by the writer's own clock. */
const mostLagMs = 60 * secondMs;
const mostWriteMs = 30 * secondMs;
const mostSkewMs = 10 * secondMs;

/** A client that polls, as the board does: it keeps what it was told, and loads whole every half an hour. */
class Client {
  private readonly known = new Map<string, Entry>();
  private cursor: string | undefined;
  private loadedAt: Instant | undefined;

  async poll(reader: EntryReader, now: Instant): Promise<void> {
    const isOld = !this.loadedAt || now >= addMillis(this.loadedAt, 30 * 60 * secondMs);
    const page = await readListPage(reader, [shelf], isOld ? undefined : this.cursor);
    if (page.whole) {
      this.loadedAt = now;
      this.known.clear();
    }
    for (const entry of page.entries) {
      const old = this.known.get(entryIdOf(entry));
      if (!old || old.version < entry.version) {
        this.known.set(entryIdOf(entry), entry);
      }
    }
    this.cursor = page.cursor;
  }

  open(): Entry[] {
    return [...this.known.values()].filter(({ isOpen }) => isOpen);
  }
}

const ms = (most: number) => fc.integer({ min: 0, max: most });

/** Time goes by; somebody writes a case, or somebody polls. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      after: fc.oneof(ms(3 * secondMs), ms(120 * secondMs)),
      which: fc.nat({ max: 5 }),
      isOpen: fc.boolean(),
      writeMs: ms(mostWriteMs),
      skewMs: fc.integer({ min: -mostSkewMs, max: mostSkewMs }),
      shownMs: ms(mostLagMs),
      goneMs: ms(mostLagMs),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('poll' as const),
      after: fc.oneof(ms(15 * secondMs), ms(40 * 60 * secondMs)),
      container: fc.nat({ max: 1 }),
    }),
  },
);

/** Begins shortly before a month ends, so that what is done is looked for in two. */
const begin = '2026-03-31T23:50:00.000Z' as Instant;

describe('a client that polls', () => {
  it('misses no row and keeps none that is stale, whatever is written, however late, closed and opened again, by an index that lags', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        let now = begin;
        const index = new LaggingIndex(() => now);
        const containers = [0, 1].map(() => createEntryReader({ index, now: () => now }));
        const client = new Client();
        const truth = new Map<string, { entry: Entry; committedAt: Instant; settledAt: Instant }>();

        const check = () => {
          const open = new Map(client.open().map((entry) => [entryIdOf(entry), entry.version]));
          for (const [id, { entry, settledAt }] of truth) {
            if (settledAt <= now) {
              expect([id, open.get(id)]).toEqual([id, entry.isOpen ? entry.version : undefined]);
            }
          }
        };

        for (const each of steps) {
          now = addMillis(now, each.after);
          if (each.kind === 'poll') {
            await client.poll(containers[each.container]!, now);
            check();
            continue;
          }
          const id = `C${each.which}`;
          const before = truth.get(`case test:a:${id}`);
          const committedAt = addMillis(now, each.writeMs);
          if (before && before.committedAt > now) {
            // Its last write is still on its way: the writer would lose the race and try again later.
            continue;
          }
          const entry = caseEntry(id, {
            version: (before?.entry.version ?? 0) + 1,
            writtenAt: addMillis(now, each.skewMs),
            isOpen: each.isOpen,
          });
          const [shownAt, goneAt] = [addMillis(committedAt, each.shownMs), addMillis(committedAt, each.goneMs)];
          index.write(entry, shownAt, goneAt);
          // From then on the index is sure to show just this; half a second more, since what was read so lately is not read again.
          const settledAt = addMillis(shownAt > goneAt ? shownAt : goneAt, 1001);
          truth.set(entryIdOf(entry), { entry, committedAt, settledAt });
        }

        now = addMillis(now, mostLagMs + mostWriteMs + 1001);
        await client.poll(containers[0]!, now);
        check();
        expect(client.open()).toHaveLength([...truth.values()].filter(({ entry }) => entry.isOpen).length);
      }),
      runs(400),
    );
  });
});
