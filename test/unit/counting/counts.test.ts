import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedOf, countsOf, heardOf, lastHeardIn } from '#shared/counting/counts.ts';
import { createGatherer } from '#shared/counting/gather.ts';
import { lagClasses, lagClassOf, lagOf } from '#shared/counting/lag.ts';
import type { HourCounts } from '#shared/counting/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { createMemoryTable } from '../../memory/memory-table.ts';

const start = '2026-03-10T11:58:30.000Z' as Instant;
const names = ['app', 'feed'].map((channel) => ({ source: 'doudian', channel }));

/** One message that came within four minutes around a full hour, or something else that was counted then. */
const counted = fc
  .record({
    name: fc.constantFrom(...names),
    at: fc.nat({ max: 240_000 }).map((ms) => addMillis(start, ms)),
    via: fc.constantFrom('webhook', 'read'),
    lagMs: fc.option(fc.nat({ max: 2 ** 33 }), { nil: undefined }),
    isHeard: fc.boolean(),
    refused: fc.nat({ max: 5 }),
  })
  .map(({ name, at, via, lagMs, isHeard, refused }) =>
    isHeard
      ? heardOf(name, { via, at, lagMs, sums: { webhooks: 1 } } as Parameters<typeof heardOf>[1])
      : countsOf(name, at, { refused }),
  );

/** What all of them come to, counted one by one. */
function plainSums(all: readonly HourCounts[]): object {
  const sums: Record<string, number> = {};
  for (const { channel, hour, sums: own, heard } of all) {
    for (const [name, count] of Object.entries(own).filter(([, each]) => each > 0)) {
      sums[`${channel} ${hour} ${name}`] = (sums[`${channel} ${hour} ${name}`] ?? 0) + count;
    }
    for (const minute of [...heard.webhook.map((each) => `w${each}`), ...heard.read.map((each) => `r${each}`)]) {
      sums[`${channel} ${hour} in ${minute}`] = 1;
    }
  }
  return sums;
}

async function keptIn(table: ReturnType<typeof createMemoryTable>): Promise<readonly HourCounts[]> {
  return (await Promise.all(names.map((name) => table.health.readHours(name, '2026')))).flat();
}

describe('counting', () => {
  it('comes to the same sums whichever workers count what, in whichever order, and however they interleave', async () => {
    const batches = fc.array(fc.array(counted, { maxLength: 6 }), { maxLength: 8 });
    const workers = fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), batches, workers, async (scheduler, all, whose) => {
        const table = createMemoryTable({ pause: () => scheduler.schedule(Promise.resolve()) });
        const gatherers = [0, 1, 2].map(() => createGatherer(table.health));
        const flushed = all.map(async (batch, index) => {
          await scheduler.schedule(Promise.resolve());
          const gatherer = gatherers[whose[index] ?? 0]!;
          for (const each of batch) {
            gatherer.add(each);
          }
          await gatherer.flush();
        });
        await scheduler.waitFor(Promise.all(flushed));

        const reading = keptIn(table);
        expect(plainSums(await scheduler.waitFor(reading))).toEqual(plainSums(all.flat()));
      }),
      { numRuns: 60 },
    );
  });

  it('puts two of one hour together the same way round and about', () => {
    fc.assert(
      fc.property(counted, counted, counted, (a, b, c) => {
        expect(addedOf(addedOf(a, b), c)).toEqual(addedOf(a, addedOf(b, c)));
        expect({ ...addedOf(a, b), hour: '', channel: '' }).toEqual({ ...addedOf(b, a), hour: '', channel: '' });
      }),
    );
  });

  it('keeps what the table did not take for the next time, and says so', async () => {
    const table = createMemoryTable();
    let isDown = true;
    const { add, flush } = createGatherer({
      add: async (counts) => {
        if (isDown && counts.channel === 'app') {
          throw new Error('down');
        }
        await table.health.add(counts);
      },
    });
    add(countsOf(names[0]!, start, { webhooks: 1 }));
    add(countsOf(names[1]!, start, { webhooks: 1 }));

    await expect(flush()).rejects.toThrow('down');
    isDown = false;
    add(countsOf(names[0]!, start, { webhooks: 2 }));
    await flush();
    await flush();

    expect((await keptIn(table)).map(({ channel, sums }) => [channel, sums.webhooks])).toEqual([
      ['app', 3],
      ['feed', 1],
    ]);
  });

  it('knows the minute in which something was last heard', () => {
    const one = heardOf(names[0]!, { via: 'read', at: start, lagMs: undefined, sums: {} });

    expect(lastHeardIn(one, 'read')).toBe('2026-03-10T11:58:00.000Z');
    expect(lastHeardIn(one, 'webhook')).toBeUndefined();
  });
});

describe('lag', () => {
  it.each([
    [-5_000, 0],
    [0, 0],
    [1_000, 0],
    [1_001, 1],
    [4_000, 2],
    [4_001, 3],
    [3_600_000, 12],
    [Number.MAX_SAFE_INTEGER, lagClasses],
  ])('of %i ms is of class %i', (ms, lagClass) => {
    expect(lagClassOf(ms)).toBe(lagClass);
  });

  const counts = (classes: Readonly<Record<number, number>>) =>
    Array.from({ length: lagClasses + 1 }, (_, n) => classes[n] ?? 0);

  it.each([
    ['one', { 3: 1 }, { p50Seconds: 8, p95Seconds: 8, of: 1 }],
    ['half and half', { 0: 1, 5: 1 }, { p50Seconds: 1, p95Seconds: 32, of: 2 }],
    ['a late one in twenty', { 1: 19, 10: 1 }, { p50Seconds: 2, p95Seconds: 2, of: 20 }],
    ['a late one in nineteen', { 1: 18, 10: 1 }, { p50Seconds: 2, p95Seconds: 1024, of: 19 }],
  ])('of %s is below the end of the class that holds it', (_, classes, lag) => {
    expect(lagOf(counts(classes))).toEqual(lag);
  });

  it('of nothing is not known', () => {
    expect(lagOf(counts({}))).toBeUndefined();
  });

  it('holds half and 95 of a hundred of any lags, and is at most twice what it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_000, max: 2 ** 30 }), { minLength: 1 }), (lags) => {
        const all = lags.toSorted((a, b) => a - b);
        const { p50Seconds, p95Seconds } = lagOf(
          counts(Object.fromEntries([...Map.groupBy(all, lagClassOf)].map(([n, own]) => [n, own.length]))),
        )!;
        for (const [share, seconds] of [
          [0.5, p50Seconds],
          [0.95, p95Seconds],
        ] as const) {
          const exact = all[Math.ceil(share * all.length) - 1]! / 1000;
          expect(seconds).toBeGreaterThanOrEqual(exact);
          expect(seconds).toBeLessThanOrEqual(2 * exact);
        }
      }),
    );
  });
});
