import { describe, expect, it, vi } from 'vitest';
import { countsOf, heardOf, strangers } from '#shared/counting/counts.ts';
import type { QueueDepth } from '#shared/health/ports.ts';
import { createSilenceWatch } from '#shared/health/silence-watch.ts';
import { silentSources } from '#shared/health/silent-sources.ts';
import { sourcesHealth } from '#shared/health/sources-health.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { readMerchant } from '../../../infra/merchant.ts';
import { createMemoryTable } from '../../memory/memory-table.ts';

/** Half past eight in the morning in Shanghai, the merchant's time zone: its day began at 16:00 UTC. */
const now = '2026-03-10T00:30:00.000Z' as Instant;
const hours = (count: number): Instant => addMillis(now, count * 3_600_000);
const merchant = readMerchant('demo');
const store = merchant.channels.find(({ source }) => source === 'standard')!;
const read = merchant.channels.find(({ source }) => source === 'shopify')!;
const [shop = ''] = read.shops;
const shopName = `${read.source}/${read.channel}/${shop}`;

function openHealth(depths: Readonly<Record<string, QueueDepth | undefined>> = {}, ages: object = {}) {
  const table = createMemoryTable({ now: () => now });
  const asked: (readonly string[])[] = [];
  const deps = {
    ...table,
    queues: {
      names: Object.keys(depths),
      depthOf: async (name: string) => depths[name],
      agesOf: async (names: readonly string[]) => {
        asked.push(names);
        return ages as Readonly<Record<string, number>>;
      },
    },
  };
  const heard = async (at: Instant, { via = 'webhook' as 'webhook' | 'read', lagMs = 3_000, of = store } = {}) =>
    await table.health.add(heardOf(of, { via, at, lagMs, sums: via === 'webhook' ? { webhooks: 1 } : { reads: 1 } }));
  const look = async () => await sourcesHealth(deps, merchant, now);
  const channel = async (of = store) =>
    (await look()).channels.find((each) => each.source === of.source && each.channel === of.channel)!;
  return { table, asked, heard, look, channel };
}

const nothing = 'not-measured';

describe('sourcesHealth', () => {
  it('says of nothing that was never counted that it is zero', async () => {
    const { look } = openHealth();
    const { channels, strangers: refused } = await look();

    expect(channels.map(({ source, channel }) => `${source}/${channel}`)).toEqual(
      merchant.channels.map(({ source, channel }) => `${source}/${channel}`),
    );
    expect(refused).toEqual({ today: nothing, yesterday: nothing });
    for (const { lastHeard, today, yesterday } of channels) {
      expect(Object.values({ ...lastHeard, ...today, ...yesterday }).filter((each) => each !== nothing)).toEqual([]);
    }
  });

  it('counts by the days of the merchant, and says when each channel was last heard', async () => {
    const { heard, look, channel } = openHealth();
    await heard(hours(-8), { lagMs: 40_000 });
    await heard(hours(-1));
    await heard(hours(-9), { lagMs: 100_000 });
    await heard(hours(-40));

    expect((await look()).days).toEqual({ today: '2026-03-10', yesterday: '2026-03-09' });
    const { today, yesterday, lastHeard } = await channel();
    expect(lastHeard).toEqual({ byWebhook: '2026-03-09T23:30:00.000Z', byRead: nothing });
    expect(today).toMatchObject({ webhooks: 2, webhookLag: { p50Seconds: 4, p95Seconds: 64, of: 2 } });
    expect(yesterday).toMatchObject({ webhooks: 1, webhookLag: { p50Seconds: 128, of: 1 } });
  });

  it('says zero of a channel that said nothing on a day on which others were counted, and never heard', async () => {
    const { heard, channel } = openHealth();
    await heard(hours(-1));
    const { today, yesterday, lastHeard } = await channel(read);

    expect(today).toMatchObject({ webhooks: 0, reads: 0, duplicates: 0, refused: 0, missed: 0, webhookLag: nothing });
    expect(yesterday).toMatchObject({ webhooks: nothing, missed: nothing });
    expect(lastHeard).toEqual({ byWebhook: 'never', byRead: 'never' });
  });

  it('measures neither reads nor missed webhooks of a store that nobody reads, and both of one that is read', async () => {
    const { heard, table, channel } = openHealth();
    await heard(hours(-1));
    await heard(hours(-2), { via: 'read', of: read, lagMs: 9_000 });
    await table.health.add(
      countsOf(read, hours(-1), { missed: 3, duplicates: 2, refused: 4, notUnderstood: 1, inPart: 5 }),
    );

    expect((await channel()).today).toMatchObject({ webhooks: 1, reads: nothing, missed: nothing, readLag: nothing });
    const { today, lastHeard } = await channel(read);
    expect(today).toMatchObject({ reads: 1, missed: 3, duplicates: 2, refused: 4, notUnderstood: 1, inPart: 5 });
    expect(today.readLag).toEqual({ p50Seconds: 16, p95Seconds: 16, of: 1 });
    expect(lastHeard.byRead).toBe('2026-03-09T22:30:00.000Z');
  });

  it('knows of a channel that fell silent long ago when that was', async () => {
    const { heard, channel } = openHealth();
    await heard(hours(-24 * 50));
    const { lastHeard, yesterday } = await channel();

    expect(lastHeard.byWebhook).toBe('2026-01-19T00:30:00.000Z');
    expect(yesterday).toMatchObject({ webhooks: 0 });
  });

  it('counts strangers apart', async () => {
    const { table, look } = openHealth();
    await table.health.add(countsOf(strangers, hours(-1), { refused: 12 }));

    expect((await look()).strangers).toEqual({ today: 12, yesterday: nothing });
  });

  it('says how each shop stands that is read: its hook, its listing, its token', async () => {
    const { table, channel } = openHealth();
    expect((await channel(read)).shops).toContainEqual({ shop, hook: nothing, token: nothing });
    const untold = { count: 4, firstAt: hours(-5), lastAt: hours(-1) };
    await table.cursors.writeCursor(shopName, { until: hours(-1), since: hours(-100), untold, busySince: hours(-2) });
    await table.tokens.writeToken(shopName, { state: 'refused', since: hours(-3), at: hours(-1) });

    expect((await channel(read)).shops).toContainEqual({
      shop,
      hook: 'silent',
      silentSince: hours(-5),
      busySince: hours(-2),
      seenUntil: hours(-1),
      token: 'refused',
      tokenSince: hours(-3),
      tokenAt: hours(-1),
    });
    expect((await channel()).shops).toEqual([]);
  });

  it('says what waits in each queue and how old it is, and asks for the age only of what holds something', async () => {
    const none = { waiting: 0, hidden: 0, delayed: 0 };
    const { look, asked } = openHealth(
      {
        inbox: { waiting: 3, hidden: 2, delayed: 1 },
        strikes: none,
        hints: undefined,
        'inbox-dlq': { ...none, waiting: 7 },
        'sweep-dlq': none,
        'strikes-dlq': { ...none, waiting: 1 },
        'hints-dlq': undefined,
      },
      { inbox: 41, 'inbox-dlq': 86_400 },
    );
    const { queues, deadLetters } = await look();

    expect(queues).toEqual([
      { queue: 'inbox', waiting: 3, hidden: 2, delayed: 1, oldestSeconds: 41 },
      { queue: 'strikes', ...none },
      { queue: 'hints', waiting: nothing, hidden: nothing, delayed: nothing },
    ]);
    expect(deadLetters).toEqual([
      { of: 'inbox', count: 7, oldestSeconds: 86_400 },
      { of: 'sweep', count: 0 },
      { of: 'strikes', count: 1, oldestSeconds: nothing },
      { of: 'hints', count: nothing },
    ]);
    expect(asked).toEqual([['inbox', 'inbox-dlq', 'strikes-dlq']]);
  });

  it('asks for no age where all is empty', async () => {
    const { look, asked } = openHealth({ inbox: { waiting: 0, hidden: 0, delayed: 0 } });
    await look();

    expect(asked).toEqual([]);
  });
});

describe('silentSources', () => {
  it('names each shop whose changes come without webhooks, and since when', async () => {
    const { table } = openHealth();
    const [, other] = merchant.channels.filter(({ source }) => source === 'shopify' || source === 'doudian');
    const otherName = `${other?.source}/${other?.channel}/${other?.shops[0]}`;
    const cursor = (count: number, firstAt?: Instant) => ({
      until: now,
      since: hours(-100),
      untold: { count, ...(firstAt && { firstAt }), lastAt: hours(-1) },
    });
    await table.cursors.writeCursor(shopName, cursor(2, hours(-9)));
    await table.cursors.writeCursor(otherName, cursor(3));
    const of = ({ source, channel, shops }: { source: string; channel: string; shops: readonly string[] }) => ({
      source,
      channel,
      shop: shops[0],
    });

    expect(await silentSources({ merchant, cursors: table.cursors })).toEqual([
      { ...of(other!), silentSince: hours(-1) },
    ]);
    await table.cursors.writeCursor(shopName, cursor(3, hours(-9)));
    expect(await silentSources({ merchant, cursors: table.cursors })).toEqual([
      { ...of(read), silentSince: hours(-9) },
      { ...of(other!), silentSince: hours(-1) },
    ]);
  });
});

describe('createSilenceWatch', () => {
  const opened = (readCursor: () => Promise<undefined>) => {
    let at = now;
    const cursors = { readCursor: vi.fn(readCursor) };
    const watch = createSilenceWatch({ merchant: { channels: [read] }, cursors, now: () => at });
    return { watch, cursors, later: (ms: number) => (at = addMillis(at, ms)) };
  };

  it('reads each cursor once a minute, however many ask', async () => {
    const { watch, cursors, later } = opened(async () => undefined);
    await Promise.all([watch.read(), watch.read()]);
    later(59_999);
    await watch.read();

    expect(cursors.readCursor).toHaveBeenCalledTimes(read.shops.length);
    later(1);
    await watch.read();
    expect(cursors.readCursor).toHaveBeenCalledTimes(2 * read.shops.length);
  });

  it('reads anew what it could not read', async () => {
    const { watch, cursors } = opened(async () => await Promise.reject(new Error('throttled')));

    await expect(watch.read()).rejects.toThrow('throttled');
    cursors.readCursor.mockResolvedValue(undefined);
    expect(await watch.read()).toEqual([]);
  });
});
