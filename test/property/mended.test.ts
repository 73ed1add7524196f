import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import { foldParcel } from '#shared/returns/parcel/fold-parcel.ts';
import type { ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { observers } from '#shared/sources/observers.ts';
import { receiverOf } from '#shared/sources/receivers.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { deliveryOf } from '../contract/source-conformance.ts';
import { trials } from '../contract/source-trials.ts';
import { merchant as demo } from '../contract/source-vectors.ts';
import { type Break, brokenObserver, mendedObserver } from '../memory/broken-adapter.ts';
import { delivered } from '../memory/inbox.ts';
import { lastValuesOf } from '../memory/last-words.ts';
import { approved, createSenders, sentIn, twoShoes } from '../memory/lives.ts';
import { randomFrom, shuffle } from '../memory/random.ts';
import { createSimulation, type Kill, observerOfToday, type Simulation } from '../memory/simulation.ts';
import { testMerchant, testParcelRules, testRules } from '../memory/test-merchant.ts';
import { runs } from './runs.ts';

const merchant: Merchant = {
  ...demo,
  channels: [...testMerchant.channels.filter(({ source }) => source === 'test'), ...demo.channels],
};

/** Each a delivery of its own time, after all that the fixtures tell of. */
const startedAt = '2026-03-10T00:00:00.000Z' as Instant;

/** By source, each delivery of its trial once. */
const deliveriesOf: Readonly<Record<string, readonly Delivery[]>> = Object.fromEntries(
  observers.map((observer) => {
    const receiver = receiverOf(observer.source);
    const trial = trials[observer.source];
    const source = receiver && trial && { receiver, observer, merchant, ...trial };
    const all = source ? [...source.deliveries, ...source.vectors.map((each) => deliveryOf(source, each))] : [];
    const once = new Map(all.map((each) => [`${each.channel} ${each.id}`, each]));
    const timed = [...once.values()].map((each, index) => ({
      ...each,
      receivedAt: addMillis(startedAt, index * 60_000),
    }));
    return [observer.source, timed];
  }),
);

/** Cases that name the parcels of the fixtures, and the orders of their warehouse. */
function neighbours(): Delivery[] {
  const { shop } = createSenders();
  const order = (code: string) => ({ fact: 'alias', alias: { kind: 'wms-order', value: `hangzhou/${code}` } }) as const;
  return [
    shop(0, 'C1', { fact: 'requested' }, twoShoes, approved, sentIn('SF1234567890123'), order('RMA202405060001')),
    shop(1, 'C2', { fact: 'requested' }, twoShoes, approved, sentIn('YT7700000000001'), order('RMA202405060002')),
    shop(2, 'C3', { fact: 'requested' }, twoShoes, sentIn('1ZTEST990000000014', 'SF14000000012')),
  ];
}

interface Story {
  readonly source: string;
  readonly deliveries: readonly Delivery[];
  /** By `<channel> <delivery id>`. */
  readonly breaks: ReadonlyMap<string, Break>;
  /** Where workers of the broken world, and of the mended one after it, are stopped. */
  readonly kills: readonly Kill[];
  readonly seed: number;
}

const oneBreak: fc.Arbitrary<Break> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('member' as const),
      place: fc.nat(400),
      how: fc.constantFrom('missing' as const, 'other-type' as const, 'unknown' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'not-understood' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('misplaced' as const), place: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'misread' as const }) },
);

function storiesOf(source: string): fc.Arbitrary<Story> {
  const own = deliveriesOf[source] ?? [];
  const others = [...neighbours(), ...Object.values(deliveriesOf).flat()].filter((each) => each.source !== source);
  return fc
    .record({
      broken: fc
        .subarray([...own], { minLength: 1 })
        .chain((some) => fc.tuple(...some.map((each) => fc.tuple(fc.constant(each), fc.option(oneBreak))))),
      beside: fc.subarray(others, { maxLength: 10 }),
      kills: fc.array(
        fc.record({ operation: fc.integer({ min: 1, max: 400 }), when: fc.constantFrom('before', 'after') }),
        { maxLength: 2 },
      ),
      seed: fc.nat(),
    })
    .map(({ broken, beside, kills, seed }) =>
      printed({
        source,
        deliveries: shuffle([...broken.map(([each]) => each), ...beside], randomFrom(seed)),
        breaks: new Map(broken.flatMap(([each, fault]) => (fault ? [[nameOf(each), fault] as const] : []))),
        kills,
        seed,
      }),
    );
}

/** How fast-check shows it when the property fails. */
function printed(story: Story): Story {
  const lines = story.deliveries.map(
    (each) => `${nameOf(each)} ${JSON.stringify(story.breaks.get(nameOf(each)) ?? '')}`,
  );
  const text = [`seed ${story.seed}`, JSON.stringify(story.kills), ...lines].join('\n  ');
  return Object.defineProperty(story, fc.toStringMethod, { value: () => text });
}

function nameOf({ channel, id }: Pick<Delivery, 'channel' | 'id'>): string {
  return `${channel} ${id}`;
}

const mendedOf = (source: string) => (name: string) => {
  const real = observerOfToday(name);
  return real && name === source ? mendedObserver(real) : real;
};

/** Broken, then mended and read anew: each twice, in any order. */
async function mendedWorld({ source, deliveries, breaks, kills, seed }: Story): Promise<Simulation> {
  const random = randomFrom(seed);
  const broken = (name: string) => {
    const real = observerOfToday(name);
    return real && name === source ? brokenObserver(real, (each) => breaks.get(nameOf(each))) : real;
  };
  let isMended = false;
  const simulation = createSimulation({
    merchant,
    kills,
    observerOf: (name) => (isMended ? mendedOf(source)(name) : broken(name)),
  });
  simulation.post(...delivered(...deliveries));
  await simulation.settle(random);
  isMended = true;
  const replays = deliveries
    .filter((each) => each.source === source && breaks.has(nameOf(each)))
    .map(({ channel, id }): InboxMessage => ({ kind: 'replay', ref: { source, channel, id } }));
  simulation.post(...shuffle([...replays, ...replays], random));
  await simulation.settle(random);
  return simulation;
}

async function wholeWorld({ source, deliveries, seed }: Story): Promise<Simulation> {
  const simulation = createSimulation({ merchant, observerOf: mendedOf(source) });
  simulation.post(...delivered(...deliveries));
  await simulation.settle(randomFrom(seed));
  return simulation;
}

/** By record. Of one that was told something wrong only that it was is known still: when that came, and which cases named the parcel for a while. */
function snapshotsOf({ table }: Simulation, wronged: ReadonlySet<string>): ReadonlyMap<string, object> {
  const rows = Object.entries(table.dump()).flatMap(([name, row]) => {
    const [record = '', sort] = name.split(' / ');
    return sort === 'SNAPSHOT' ? [[record, (row as StoredRecord<object>).snapshot] as const] : [];
  });
  return new Map(rows.map(([record, snapshot]) => [record, comparable(snapshot, wronged.has(record))]));
}

function comparable(snapshot: object, isWronged: boolean): object {
  const { linked, updatedAt, ...rest } = snapshot as Partial<ParcelSnapshot>;
  return { ...rest, ...(!isWronged && { updatedAt }), ...(linked && { linked: rest.cases }) };
}

/** Where an observation stands that says nothing any more. */
function wrongedIn({ table }: Simulation): Set<string> {
  const rows = Object.entries(table.dump()) as [string, { readonly observation?: { readonly facts: unknown[] } }][];
  const emptied = rows.filter(([, { observation }]) => observation?.facts.length === 0);
  return new Set(emptied.map(([name]) => name.split(' / ')[0] ?? ''));
}

function silentRecord(record: string): object {
  const key = record.slice(record.indexOf('#') + 1);
  return comparable(
    record.startsWith('CASE#') ? foldCase(key, [], [], testRules) : foldParcel(key, [], [], [], testParcelRules),
    true,
  );
}

describe.each(observers.map(({ source }) => source))('a broken adapter of %s', (source) => {
  it('leaves nothing behind once it is mended and its deliveries are read anew', async () => {
    await fc.assert(
      fc.asyncProperty(storiesOf(source), async (story) => {
        const [mended, whole] = [await mendedWorld(story), await wholeWorld(story)];
        const wronged = wrongedIn(mended);
        const [now, wanted] = [snapshotsOf(mended, wronged), snapshotsOf(whole, wronged)];

        expect([...mended.dead, ...whole.dead]).toEqual([]);
        for (const [record, snapshot] of now) {
          expect([record, snapshot]).toEqual([record, wanted.get(record) ?? silentRecord(record)]);
        }
        expect([...wanted.keys()].filter((record) => !now.has(record))).toEqual([]);
        expect(lastValuesOf(mended)).toEqual(lastValuesOf(whole));
      }),
      runs(50),
    );
  });
});
