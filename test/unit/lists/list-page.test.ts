import { describe, expect, it } from 'vitest';
import { cursorOf, readCursor } from '#shared/lists/cursor.ts';
import { createEntryReader } from '#shared/lists/entry-reader.ts';
import { readListPage } from '#shared/lists/list-page.ts';
import { parcelShelf } from '#shared/lists/partitions.ts';
import { shelvesSeen } from '#shared/lists/shelves.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { caseEntry, lookedAt, parcelEntry } from '../../memory/entries.ts';
import { LaggingIndex } from '../../memory/lagging-index.ts';

const minuteMs = 60_000;
const shelf = 'test:a';

function makeWorld() {
  let now = lookedAt;
  const index = new LaggingIndex(() => now);
  const reader = createEntryReader({ index, now: () => now });
  return {
    index,
    reader,
    now: () => now,
    pass: (ms: number) => {
      now = addMillis(now, ms);
    },
    write: (entry: Entry) => index.write({ ...entry, writtenAt: now }, now, now),
    page: async (since?: string, shelves: string[] = [shelf]) => await readListPage(reader, shelves, since),
  };
}

const idsOf = ({ entries }: { readonly entries: readonly Entry[] }) =>
  entries.map((entry) => (entry.record === 'case' ? entry.caseId : entry.number));

describe('readListPage', () => {
  it('gives all that is open, then only what changed, also what was done', async () => {
    const { write, page, pass } = makeWorld();
    write(caseEntry('C1'));
    write(caseEntry('C2'));
    write(caseEntry('C3', { isOpen: false }));
    const whole = await page();
    pass(10 * minuteMs);
    write(caseEntry('C2', { version: 2, isOpen: false }));
    pass(2000);
    const delta = await page(whole.cursor);

    expect([whole.whole, idsOf(whole)]).toEqual([true, ['C1', 'C2']]);
    // C1 and C3 were written within two minutes of the cursor: they come a second time.
    expect([delta.whole, idsOf(delta).sort()]).toEqual([false, ['C1', 'C2', 'C3']]);
    expect(delta.entries.find((entry) => entry.record === 'case' && entry.caseId === 'C2')).toMatchObject({
      isOpen: false,
      version: 2,
    });
    pass(3 * minuteMs);
    expect(idsOf(await page(delta.cursor))).toEqual(['C2']);
    pass(3 * minuteMs);
    expect(idsOf(await page((await page(delta.cursor)).cursor))).toEqual([]);
  });

  it.each([
    ['no cursor', undefined],
    ['what is no cursor', 'yesterday'],
    ['a cursor of other shelves', cursorOf(lookedAt, ['test:b'])],
    ['a cursor from before all that is known of what was done', cursorOf(addMillis(lookedAt, -40 * minuteMs), [shelf])],
  ])('begins anew with %s', async (_what, since) => {
    const { page, write } = makeWorld();
    write(caseEntry('C1'));
    expect(await page(since)).toMatchObject({ whole: true, entries: [{ caseId: 'C1' }] });
  });

  it('has the same tag while nothing changes, and another one once something does', async () => {
    const { page, write, pass } = makeWorld();
    write(caseEntry('C1'));
    const { tag } = await page();
    pass(2000);
    expect((await page()).tag).toBe(tag);
    write(caseEntry('C1', { version: 2 }));
    pass(2000);
    expect((await page()).tag).not.toBe(tag);
  });

  it('shows no shelf but those that are asked for', async () => {
    const { page, write } = makeWorld();
    write(caseEntry('C1'));
    write(caseEntry('C2', { key: 'test:b:C2', shop: 'b' }));
    write(parcelEntry('P1'));
    expect(idsOf(await page(undefined, ['test:b']))).toEqual(['C2']);
    expect(idsOf(await page(undefined, [shelf, parcelShelf]))).toEqual(['C1', 'P1']);
    expect(idsOf(await page(undefined, []))).toEqual([]);
  });
});

describe('createEntryReader', () => {
  it('reads once for all who ask at once, and not again within a second', async () => {
    const { reader, index, pass } = makeWorld();
    await Promise.all([reader.read([shelf]), reader.read([shelf])]);
    await reader.read([shelf]);
    const { reads } = index;
    pass(1000);
    await reader.read([shelf]);
    // What is open, and what is done in this month.
    expect(index.reads - reads).toBe(2);
  });

  it('loads whole again after half an hour', async () => {
    const { reader, index, pass } = makeWorld();
    await reader.read([shelf]);
    const { reads: whole } = index;
    pass(30 * minuteMs);
    await reader.read([shelf]);
    expect(index.reads).toBe(2 * whole);
  });

  it('tries anew after a reading that failed', async () => {
    const index = new LaggingIndex(() => lookedAt);
    let isDown = true;
    const failing = {
      readBetween: async (...asked: Parameters<typeof index.readBetween>) => {
        if (isDown) {
          throw new Error('throttled');
        }
        return await index.readBetween(...asked);
      },
    };
    const reader = createEntryReader({ index: failing, now: () => lookedAt });
    await expect(reader.read([shelf])).rejects.toThrow('throttled');
    isDown = false;
    expect(await reader.read([shelf])).toMatchObject({ entries: [], asOf: lookedAt });
  });
});

describe('readCursor', () => {
  it('knows its own, whatever the order of the shelves, and nothing that is no time', () => {
    expect(readCursor(cursorOf(lookedAt, ['a:1', 'b:2']), ['b:2', 'a:1'])).toBe(lookedAt);
    expect(readCursor(cursorOf('2026-99-99T00:00:00.000Z' as Instant, [shelf]), [shelf])).toBeUndefined();
  });
});

describe('shelvesSeen', () => {
  const channels = [{ source: 'test', shops: ['a', 'b'] }];
  it.each([
    [{ kind: 'none' } as const, []],
    [{ kind: 'shops', shops: ['test:b'] } as const, ['test:b', parcelShelf]],
    [{ kind: 'all' } as const, ['test:a', 'test:b', parcelShelf]],
  ])('%j sees %j', (seen, expected) => {
    expect(shelvesSeen(seen, { channels })).toEqual(expected);
  });
});
