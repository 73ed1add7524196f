import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomFrom } from '../../memory/random.ts';
import { type CaseLife, type Life, lives, openCase } from '../../simulation/case-life.ts';
import type { Arriving } from '../../simulation/dock.ts';
import { liveCase } from '../../simulation/live-case.ts';
import { bearCases } from '../../simulation/run-lane.ts';
import { type Kuaidi100Feed, startKuaidi100Feed } from '../../simulators/kuaidi100-feed.ts';
import { type DoudianWorld, startDoudianWorld } from '../simulators/doudian-world.ts';

let world: DoudianWorld;
let feed: Kuaidi100Feed;
let arrivals: { readonly parcel: Arriving; readonly afterMs: number }[];

beforeEach(async () => {
  world = await startDoudianWorld();
  feed = await startKuaidi100Feed({ clock: world.clock, port: 0, key: 'a key' });
  arrivals = [];
});

afterEach(async () => {
  await Promise.all([world.close(), feed.close()]);
});

/** @returns what the shop says when it is over. */
async function lived(life: Life, seed = 1) {
  const { clock, shop } = world;
  const id = openCase(shop, '4400123', life);
  const each: CaseLife = { life, id, trackingNumber: 'YT1', secondNumber: 'YT2', warehouseId: 'hangzhou' };
  await liveCase(each, {
    shop,
    feed,
    random: randomFrom(seed),
    sleep: async (ms) => await clock.advance(ms),
    now: clock.now,
    dock: {
      take: async (parcel) => {
        const known = shop.numberKnownAt(parcel.trackingNumber) ?? Number.NaN;
        arrivals.push({ parcel, afterMs: clock.now() - known });
      },
    },
  });
  return shop.truth(id);
}

async function subscribe(number: string): Promise<void> {
  const parameters = { callbackurl: `http://127.0.0.1:${feed.port}/nobody`, salt: 'a salt' };
  const param = JSON.stringify({ company: 'yuantong', number, key: 'a key', parameters });
  const body = new URLSearchParams({ schema: 'json', param });
  await fetch(`http://127.0.0.1:${feed.port}/poll`, { method: 'POST', body });
}

describe('liveCase', () => {
  it.each<readonly [Life, object]>([
    ['plain', { status: '12', trackingNumber: 'YT1', refundedFen: 12_900 }],
    ['split', { status: '12', refundedFen: 25_800 }],
    ['shared', { status: '12', refundedFen: 9900 }],
    ['replaced', { status: '12', trackingNumber: 'YT2', replacedNumbers: ['YT1'] }],
    ['withdrawn', { status: '28', decision: 'withdrawn' }],
    ['refused', { status: '27', decision: 'declined' }],
    ['refund-only', { status: '12', refundedFen: 12_900 }],
    ['reopened', { status: '12', decision: 'approved', trackingNumber: 'YT1' }],
    ['deadline-moved', { status: '11', isFinished: false }],
    ['carrier-corrected', { status: '12', trackingNumber: 'YT1' }],
    ['refunded-early', { status: '12', trackingNumber: 'YT1' }],
  ])('lets %s end so', async (life, end) => {
    expect(await lived(life)).toMatchObject(end);
  });

  it('lets disputes end for either side, and some not at all', async () => {
    const ends = new Set<string>();
    for (let seed = 1; seed <= 20; seed += 1) {
      const { isDisputed, disputeWinner = 'nobody' } = await lived('disputed', seed);
      ends.add(isDisputed ? 'open' : disputeWinner);
    }

    expect([...ends].sort()).toEqual(['buyer', 'merchant', 'open']);
  });

  it.each([
    [true, 'zhongtong'],
    [false, undefined],
  ])('has the carrier corrected where the feed follows the number: %s', async (isFollowed, company) => {
    if (isFollowed) {
      await subscribe('YT1');
    }
    await lived('carrier-corrected');

    expect(feed.subscriptionOf('YT1')?.company).toBe(company);
    expect(arrivals[0]?.parcel.companyCode).toBe('zhongtong');
  });

  it('moves the deadline that the platform set', async () => {
    const { deadlineAtMs = 0 } = await lived('deadline-moved');

    expect(deadlineAtMs - world.clock.now()).toBeLessThan(4 * 86_400_000);
  });

  it.each(['plain', 'replaced', 'refunded-early'] as const)(
    'lets the parcel of %s come 60 to 90 seconds after the shop knew its number, whoever else does',
    async (life) => {
      await lived(life);

      expect(arrivals).toHaveLength(1);
      expect(arrivals[0]?.afterMs).toBeGreaterThanOrEqual(60_000);
      expect(arrivals[0]?.afterMs).toBeLessThan(95_000);
    },
  );

  it('refunds early before the parcel comes', async () => {
    const { shop } = world;
    const id = shop.open({ shop: '4400123', lines: [{ sku: 'A', quantity: 1, priceFen: 100, title: 'a' }] });
    const each: CaseLife = {
      life: 'refunded-early',
      id,
      trackingNumber: 'YT9',
      secondNumber: '',
      warehouseId: 'north',
    };
    const refunded: number[] = [];
    await liveCase(each, {
      shop,
      feed,
      random: randomFrom(1),
      sleep: async (ms) => await world.clock.advance(ms),
      now: world.clock.now,
      dock: { take: async () => void refunded.push(shop.truth(id).refundedFen) },
    });

    expect(refunded).toEqual([100]);
  });
});

describe('bearCases', () => {
  const born = (seed: number, cases = 200) => {
    const fate = randomFrom(seed);
    const all: CaseLife[] = [];
    while (all.length < cases) {
      all.push(...bearCases({ lane: { doudian: world.shop }, run: 'test', cases }, fate, all.length));
    }
    return all.map(({ id: _, ...life }) => life);
  };

  it('bears the same cases of the same seed', () => {
    expect(born(7)).toEqual(born(7));
    expect(born(7)).not.toEqual(born(8));
  });

  it.each([1, 7])('has every life among the 200 cases of seed %i', (seed) => {
    expect(new Set(born(seed).map(({ life }) => life))).toEqual(new Set(Object.keys(lives)));
  });

  it('never bears more cases than were wanted', () => {
    expect(born(3, 50)).toHaveLength(50);
  });
});
