import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeliveryEntry, DeliveryQuery } from '#shared/api/ports.ts';
import type { Ledger, LedgerOrder } from '#shared/calling-out/ports.ts';
import type { HourCounts } from '#shared/counting/ports.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { Act } from '#shared/returns/acts/acts.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import { foldCase } from '#shared/returns/case/fold-case.ts';
import type { Alias } from '#shared/returns/opening/facts.ts';
import type { ParcelObservation } from '#shared/returns/parcel/facts.ts';
import type { ParcelLink, ParcelSnapshot } from '#shared/returns/parcel/parcel.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { Delivery } from '#shared/sources/source.ts';
import type { RecordList } from '#shared/store/listings.ts';
import type { Store } from '#shared/store/open-store.ts';
import { testRules } from '../memory/test-merchant.ts';
import { describeLists } from './store-lists.ts';
import { describeOrders } from './store-orders.ts';

/** The clock that a store under test must be given. */
export const storeNow = '2026-03-10T12:00:00.000Z' as Instant;
/** How long a store under test must keep raw deliveries. */
export const storeRawDays = 30;

const earlier = addMillis(storeNow, -60_000);
const later = addMillis(storeNow, 60_000);
const dayMs = 24 * 60 * 60 * 1000;

let count = 0;
/** A name of its own for each test, so that all of them share one table. */
function fresh(stem: string): string {
  count += 1;
  return `${stem}-${count}`;
}

function keyOf(record: RecordName): string {
  return 'caseKey' in record ? record.caseKey : record.parcel;
}

export function caseSnapshot(key: string, fields: Partial<CaseSnapshot> = {}): CaseSnapshot {
  return {
    ...foldCase(key, [], [], testRules),
    source: 'standard',
    shop: 'main',
    caseId: key,
    details: { orderId: 'O-1', refund: { amount: 9_007_199_254_740_991, currency: 'CNY' } },
    ...fields,
  };
}

export function parcelSnapshot(number: string, fields: Partial<ParcelSnapshot> = {}): ParcelSnapshot {
  return {
    number,
    stage: 'numbered',
    sides: [],
    goods: [],
    cases: [],
    linked: [],
    allotment: 'sole',
    shares: {},
    unclaimed: false,
    notes: [],
    ...fields,
  };
}

export function storedRecord<Snapshot>(
  snapshot: Snapshot,
  fields: Partial<StoredRecord<Snapshot>> = {},
): StoredRecord<Snapshot> {
  return { version: 1, foldRevision: 1, snapshot, told: {}, changes: [], ...fields };
}

export function closedChange(key: string, version: number): Change {
  const data = { closedAt: storeNow };
  return {
    type: 'Case Closed',
    data,
    eventId: `closed-${version}`,
    occurredAt: storeNow,
    record: `CASE#${key}`,
    version,
  };
}

function observed(id: string, fields: Partial<CaseObservation> = {}): CaseObservation {
  return {
    id,
    from: 'standard/own-store',
    receivedAt: storeNow,
    facts: [{ fact: 'requested', at: storeNow }],
    ...fields,
  };
}

function moved(id: string): ParcelObservation {
  return {
    id,
    from: 'standard/carrier-feed',
    receivedAt: storeNow,
    facts: [{ fact: 'moved', stage: 'delivered', at: storeNow }],
  };
}

function choice(warehouseId: string): Act {
  return { act: 'choose-warehouse', warehouseId, by: { person: 'p-1' }, at: storeNow };
}

/** With every field that a link may have. */
function link(caseKey: string, revision: number, stands = true): Required<ParcelLink> {
  return {
    caseKey,
    revision,
    stands,
    open: true,
    knownAt: storeNow,
    statedAt: storeNow,
    askedAt: storeNow,
    endedAt: storeNow,
    isWithdrawn: true,
    closedAt: storeNow,
    isOutbound: true,
    isTypedOutbound: true,
    isWithBuyer: true,
    carrier: 'sf',
    warehouseId: 'east',
    lines: [{ sku: 'SHOE', quantity: 1 }],
  };
}

function delivery(id: string, fields: Partial<Delivery> = {}): Delivery {
  return {
    source: 'standard',
    channel: 'own-store',
    id,
    via: 'webhook',
    receivedAt: storeNow,
    headers: { 'webhook-id': id },
    body: Buffer.from('{"名":"中文"}'),
    ...fields,
  };
}

/** Everything that a store must do, whichever it is. `makeStore` is called once; its clock stands at {@link storeNow}. */
export function describeStore(name: string, makeStore: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await makeStore();
    });
    const given = () => store;
    describeSnapshots(given);
    describeObservations(given);
    describeActs(given);
    describePersonalData(given);
    describeParcels(given);
    describeOrders(given);
    describeLists(given, (key, fields) => storedRecord(caseSnapshot(key), fields) as never);
    describeDeliveries(given);
    describeDeliveryLookup(given);
    describeAliases(given);
    describeSightings(given);
    describeCursors(given);
    describeTokens(given);
    describeHealth(given);
    describeSweeps(given);
    describeLedgers(given);
    describeListings(given);
    describeKeyForging(given);
  });
}

type Given = () => Store;

function describeSnapshots(given: Given): void {
  describe('snapshots', () => {
    it('has none of a case that was never written', async () => {
      expect(await given().cases.readSnapshot(fresh('absent'))).toBeUndefined();
    });

    it('gives back what was written', async () => {
      const key = fresh('standard:main:写');
      const told = { opened: { times: 1, hash: 'h', change: closedChange(key, 1) } };
      const item = { caseKey: 'standard:main:2', open: true, paidOut: 0, lines: [{ lineId: '1', quantity: 2 }] };
      const siblings = [{ item, revision: 3 }];
      const record = storedRecord(caseSnapshot(key), { told, siblings, changes: [closedChange(key, 1)] });

      expect(await given().cases.writeSnapshot(key, record, 0)).toBe('written');
      expect(await given().cases.readSnapshot(key)).toEqual(record);
    });

    it('forgets changes that the next version does not tell', async () => {
      const key = fresh('quiet');
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key), { changes: [closedChange(key, 1)] }), 0);
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key), { version: 2 }), 1);

      expect((await given().cases.readSnapshot(key))?.changes).toEqual([]);
    });

    it('gives back nothing of what must follow: that is for the stream', async () => {
      const key = fresh('outbox');
      const record = storedRecord(caseSnapshot(key), { outbox: { links: ['SF1'] } });
      await given().cases.writeSnapshot(key, record, 0);

      const { outbox: _, ...rest } = record;
      expect(await given().cases.readSnapshot(key)).toEqual(rest);
    });

    it('lets one of two first writers win', async () => {
      const key = fresh('first');
      const write = () => given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key)), 0);

      expect((await Promise.all([write(), write()])).toSorted()).toEqual(['lost', 'written']);
    });

    it('lets one of two writers win that read the same version', async () => {
      const key = fresh('second');
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key)), 0);
      const write = (headline: CaseSnapshot['headline']) =>
        given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key, { headline }), { version: 2 }), 1);

      const [approved, declined] = await Promise.all([write('approved'), write('declined')]);

      expect([approved, declined].toSorted()).toEqual(['lost', 'written']);
      const winner = approved === 'written' ? 'approved' : 'declined';
      expect((await given().cases.readSnapshot(key))?.snapshot.headline).toBe(winner);
    });

    it('refuses a writer that read a version which never was', async () => {
      const key = fresh('never');

      expect(await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key), { version: 4 }), 3)).toBe('lost');
      expect(await given().cases.readSnapshot(key)).toBeUndefined();
    });

    it('refuses a lower fold revision over a higher one, and takes a higher one', async () => {
      const key = fresh('revision');
      const write = (version: number, foldRevision: number) =>
        given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key), { version, foldRevision }), version - 1);

      expect(await write(1, 2)).toBe('written');
      expect(await write(2, 1)).toBe('lost');
      expect(await write(2, 2)).toBe('written');
      expect(await write(3, 3)).toBe('written');
    });

    it('leaves what a caller does later to its values out of the store', async () => {
      const key = fresh('aliasing');
      const attention = ['disputed'];
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key, { attention })), 0);
      // A store may as well refuse the change.
      Reflect.set(attention, 1, 'changed by the caller');

      expect((await given().cases.readSnapshot(key))?.snapshot.attention).toEqual(['disputed']);
    });
  });
}

function describeObservations(given: Given): void {
  describe('observations', () => {
    it('answers new once and known for a duplicate', async () => {
      const key = fresh('case');

      expect(await given().cases.putObservation(key, observed('d-1'))).toBe('new');
      expect(await given().cases.putObservation(key, observed('d-1'))).toBe('known');
      expect(await given().cases.readObservations(key)).toEqual([observed('d-1')]);
    });

    it('answers new to one of two who bring the same at once', async () => {
      const key = fresh('case');
      const put = () => given().cases.putObservation(key, observed('d-1'));

      expect((await Promise.all([put(), put()])).toSorted()).toEqual(['known', 'new']);
    });

    it.each([
      ['earlier first', earlier, later],
      ['later first', later, earlier],
    ])('keeps the earlier receipt of two: %s', async (_, one, two) => {
      const key = fresh('case');

      expect(await given().cases.putObservation(key, observed('d-1', { receivedAt: one }))).toBe('new');
      expect(await given().cases.putObservation(key, observed('d-1', { receivedAt: two }))).toBe('known');
      expect(await given().cases.readObservations(key)).toEqual([observed('d-1', { receivedAt: earlier })]);
    });

    it('keeps the first of two that were received at the same instant', async () => {
      const key = fresh('case');
      await given().cases.putObservation(key, observed('d-1'));
      await given().cases.putObservation(key, observed('d-1', { facts: [] }));

      expect(await given().cases.readObservations(key)).toEqual([observed('d-1')]);
    });

    describe('of adapters’ revisions', () => {
      const of = (revision: number | undefined, receivedAt = storeNow): CaseObservation => {
        const version = revision ?? 0;
        const facts = [{ fact: 'requested', at: storeNow, version }] as const;
        return observed('d-1', { receivedAt, facts, ...(revision !== undefined && { revision }) });
      };

      it.each([
        ['of none, then of one', undefined, 2],
        ['of one, then of the next', 2, 3],
        ['of one, then of one with more digits', 9, 10],
      ])('puts the higher in the place of the lower, which is news: %s', async (_, lower, higher) => {
        const key = fresh('case');

        expect(await given().cases.putObservation(key, of(lower))).toBe('new');
        expect(await given().cases.putObservation(key, of(higher))).toBe('new');
        expect(await given().cases.readObservations(key)).toEqual([of(higher)]);
      });

      it.each([
        ['of none', undefined, earlier],
        ['of none, received later', undefined, later],
        ['of a lower one', 2, storeNow],
        ['of a lower one, received earlier', 2, earlier],
      ])('lets nothing stand in the place of a higher: %s', async (_, lower, receivedAt) => {
        const key = fresh('case');
        await given().cases.putObservation(key, of(3));

        expect(await given().cases.putObservation(key, of(lower, receivedAt))).toBe('known');
        expect(await given().cases.readObservations(key)).toEqual([of(3)]);
      });

      it.each([
        ['the first', earlier, later],
        ['the second', later, earlier],
      ])('keeps the earlier receipt of a lower and a higher: %s', async (_, one, two) => {
        const key = fresh('case');
        await given().cases.putObservation(key, of(2, one));
        await given().cases.putObservation(key, of(3, two));

        expect(await given().cases.readObservations(key)).toEqual([of(3, earlier)]);
      });

      it.each([
        ['earlier first', earlier, later],
        ['later first', later, earlier],
      ])('keeps the earlier receipt of two of the same: %s', async (_, one, two) => {
        const key = fresh('case');
        await given().cases.putObservation(key, of(2, one));

        expect(await given().cases.putObservation(key, of(2, two))).toBe('known');
        expect(await given().cases.readObservations(key)).toEqual([of(2, earlier)]);
      });

      it('takes what is said no more for a word, too', async () => {
        const key = fresh('case');
        await given().cases.putObservation(key, of(2));
        const emptied = observed('d-1', { revision: 3, facts: [] });

        expect(await given().cases.putObservation(key, emptied)).toBe('new');
        expect(await given().cases.readObservations(key)).toEqual([emptied]);
      });

      it('takes a word of the same revision for what was taken back, and never the other way', async () => {
        const key = fresh('case');
        const emptied = (receivedAt: Instant) => observed('d-1', { receivedAt, revision: 3, facts: [] });
        await given().cases.putObservation(key, emptied(storeNow));

        expect(await given().cases.putObservation(key, of(3))).toBe('new');
        expect(await given().cases.putObservation(key, emptied(earlier))).toBe('known');
        expect(await given().cases.readObservations(key)).toEqual([of(3)]);
      });

      it('ends with the highest and the earliest receipt of writers at the same time', async () => {
        const key = fresh('case');
        const all = [
          of(undefined, later),
          of(2, later),
          of(3, storeNow),
          of(5, later),
          of(4, earlier),
          of(5, storeNow),
        ];
        await given().cases.putObservation(key, of(undefined, earlier));
        await Promise.all(all.map((each) => given().cases.putObservation(key, each)));

        expect(await given().cases.readObservations(key)).toEqual([of(5, earlier)]);
      });

      it('keeps it with the observations of parcels', async () => {
        const number = fresh('SF');
        await given().parcels.putObservation(number, { ...moved('d-1'), revision: 2 });
        await given().parcels.putObservation(number, { ...moved('d-2') });

        expect((await given().parcels.readInputs(number)).observations).toEqual([
          { ...moved('d-1'), revision: 2 },
          moved('d-2'),
        ]);
      });
    });

    it('reads all of many, beyond one page', async () => {
      const key = fresh('case');
      const long = 'x'.repeat(150_000);
      const ids = Array.from({ length: 9 }, (_, index) => `d-${index}`);
      for (const id of ids) {
        const facts = [{ fact: 'platform-status', status: long, at: storeNow } as const];
        await given().cases.putObservation(key, observed(id, { facts }));
      }

      expect((await given().cases.readObservations(key)).map((each) => each.id)).toEqual(ids);
    });

    it('holds neither snapshot, acts nor personal data', async () => {
      const key = fresh('case');
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key)), 0, [{ n: 1, act: choice('east') }]);
      await given().cases.putPersonalData(key, { name: '王' }, storeNow);

      expect(await given().cases.readObservations(key)).toEqual([]);
    });
  });

  describe('parcel states', () => {
    const state = (revision: number) => observed(`state-${revision}`, { facts: [] });

    it('keeps the highest revision, whichever comes first', async () => {
      const key = fresh('case');

      expect(await given().cases.putParcelState(key, state(2), 'SF1', 2)).toBe('new');
      expect(await given().cases.putParcelState(key, state(1), 'SF1', 1)).toBe('known');
      expect(await given().cases.putParcelState(key, state(2), 'SF1', 2)).toBe('known');
      expect(await given().cases.putParcelState(key, state(10), 'SF1', 10)).toBe('new');
      expect(await given().cases.readObservations(key)).toEqual([state(10)]);
    });

    it('keeps one per parcel, beside the other observations', async () => {
      const key = fresh('case');
      await given().cases.putParcelState(key, state(1), 'SF1', 1);
      await given().cases.putParcelState(key, state(2), 'SF2', 1);
      await given().cases.putObservation(key, observed('d-1'));

      const ids = (await given().cases.readObservations(key)).map((each) => each.id);
      expect(ids.toSorted()).toEqual(['d-1', 'state-1', 'state-2']);
    });
  });
}

function describeActs(given: Given): void {
  describe('acts', () => {
    const recordAt = (key: string, version: number) => storedRecord(caseSnapshot(key), { version, lastAct: 1 });

    it('puts an act together with the record that it was judged on', async () => {
      const key = fresh('case');
      const act = { n: 1, act: choice('east'), key: 'asked-once' };

      expect(await given().cases.writeSnapshot(key, recordAt(key, 1), 0, [act])).toBe('written');
      expect(await given().cases.readActs(key)).toEqual([act]);
      expect(await given().cases.readSnapshot(key)).toEqual(recordAt(key, 1));
    });

    it('lets one of two contradicting acts win, and nothing of the other is there', async () => {
      const key = fresh('case');
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key)), 0);
      const act = (warehouseId: string) => {
        const record = storedRecord(caseSnapshot(key, { headline: 'approved', caseId: warehouseId }), { version: 2 });
        return given().cases.writeSnapshot(key, record, 1, [{ n: 1, act: choice(warehouseId) }]);
      };

      const [east, west] = await Promise.all([act('east'), act('west')]);

      const winner = east === 'written' ? 'east' : 'west';
      expect([east, west].toSorted()).toEqual(['lost', 'written']);
      expect(await given().cases.readActs(key)).toEqual([{ n: 1, act: choice(winner) }]);
      expect((await given().cases.readSnapshot(key))?.snapshot.caseId).toBe(winner);
    });

    it('puts no act that was judged on a version which is not the one stored', async () => {
      const key = fresh('case');
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key)), 0);
      const late = given().cases.writeSnapshot(key, recordAt(key, 1), 0, [{ n: 1, act: choice('east') }]);

      expect(await late).toBe('lost');
      expect(await given().cases.readActs(key)).toEqual([]);
    });

    it('writes no record with an act whose number is taken', async () => {
      const key = fresh('case');
      await given().cases.writeSnapshot(key, recordAt(key, 1), 0, [{ n: 1, act: choice('east') }]);
      const second = given().cases.writeSnapshot(key, recordAt(key, 2), 1, [{ n: 1, act: choice('west') }]);

      expect(await second).toBe('lost');
      expect((await given().cases.readSnapshot(key))?.version).toBe(1);
    });

    it('reads acts in the order of their numbers', async () => {
      const key = fresh('case');
      const acts = [10, 2, 1].map((n) => ({ n, act: choice('east') }));
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key)), 0, acts);

      expect((await given().cases.readActs(key)).map((each) => each.n)).toEqual([1, 2, 10]);
    });
  });
}

function describePersonalData(given: Given): void {
  describe.each(['cases', 'parcels'] as const)('personal data of %s', (kind) => {
    const people = () => given()[kind];

    it('keeps the later word on each field, whichever comes first', async () => {
      const key = fresh('person');
      await people().putPersonalData(key, { name: '王', photos: ['a', 'b'] }, later);
      await people().putPersonalData(key, { name: '李', phone: '139' }, earlier);

      expect(await people().readPersonalData(key)).toEqual({ name: '王', photos: ['a', 'b'], phone: '139' });
    });

    it.each([
      ['李', '王'],
      ['王', '李'],
    ])('decides between two of one instant without regard to order: %s first', async (one, two) => {
      const key = fresh('person');
      await people().putPersonalData(key, { name: one }, storeNow);
      await people().putPersonalData(key, { name: two }, storeNow);

      expect(await people().readPersonalData(key)).toEqual({ name: '王' });
    });

    it('loses no field of writers at the same time', async () => {
      const key = fresh('person');
      const fields = ['name', 'phone', 'address', 'note'];
      await Promise.all(fields.map((field) => people().putPersonalData(key, { [field]: field }, storeNow)));

      expect(Object.keys((await people().readPersonalData(key)) ?? {}).toSorted()).toEqual(fields.toSorted());
    });

    it('keeps nothing any more once it was erased', async () => {
      const key = fresh('person');
      await people().putPersonalData(key, { name: '王' }, storeNow);
      await people().erasePersonalData(key);
      await people().erasePersonalData(key);

      expect(await people().putPersonalData(key, { name: '王' }, later)).toBe('erased');
      expect(await people().readPersonalData(key)).toBe('erased');
    });

    it('refuses data that come after an erasure of nothing', async () => {
      const key = fresh('person');
      await people().erasePersonalData(key);

      expect(await people().putPersonalData(key, { name: '王' }, storeNow)).toBe('erased');
    });

    it('leaves out a word that there is no room for, and keeps what it has', async () => {
      const key = fresh('person');
      const links = Array.from({ length: 100 }, (_, index) => `https://files.example.com/${index}/${'x'.repeat(1900)}`);
      await people().putPersonalData(key, { 'photos/received/east/R1': links }, storeNow);
      await people().putPersonalData(key, { 'photos/inspected/east/I1': links, phone: '139' }, later);

      expect(await people().readPersonalData(key)).toEqual({ 'photos/received/east/R1': links, phone: '139' });
    });

    it('leaves nothing behind when an erasure meets a put', async () => {
      const key = fresh('person');
      await people().putPersonalData(key, { name: '王' }, storeNow);
      await Promise.all([people().putPersonalData(key, { phone: '139' }, later), people().erasePersonalData(key)]);

      expect(await people().readPersonalData(key)).toBe('erased');
    });
  });
}

function describeParcels(given: Given): void {
  describe('parcels', () => {
    it('are folded from nothing that is known of people', async () => {
      const number = fresh('SF#');
      await given().parcels.putPersonalData(number, { 'photos/received/east/R1': ['https://a'] }, storeNow);

      expect(await given().parcels.readInputs(number)).toEqual({ links: [], observations: [] });
      expect(await given().parcels.readSnapshot(number)).toBeUndefined();
    });

    it('keeps a snapshot and observations of their own', async () => {
      const number = fresh('SF');
      const record = storedRecord(parcelSnapshot(number));

      expect(await given().parcels.writeSnapshot(number, record, 0)).toBe('written');
      expect(await given().parcels.putObservation(number, moved('d-1'))).toBe('new');
      expect(await given().parcels.readSnapshot(number)).toEqual(record);
      expect(await given().parcels.readObservations(number)).toEqual([moved('d-1')]);
    });

    it('takes a higher revision of a link, never a lower or the same', async () => {
      const number = fresh('SF');

      expect(await given().parcels.putLink(number, link('a', 2))).toBe('put');
      expect(await given().parcels.putLink(number, link('a', 1, false))).toBe('known');
      expect(await given().parcels.putLink(number, link('a', 2, false))).toBe('known');
      expect((await given().parcels.readInputs(number)).links).toEqual([link('a', 2)]);
      expect(await given().parcels.putLink(number, link('a', 3, false))).toBe('put');
      expect((await given().parcels.readInputs(number)).links).toEqual([link('a', 3, false)]);
    });

    it('keeps one link per case', async () => {
      const number = fresh('SF');
      await given().parcels.putLink(number, link('a', 1));
      await given().parcels.putLink(number, link('b', 1));

      expect((await given().parcels.readInputs(number)).links).toEqual([link('a', 1), link('b', 1)]);
    });
  });
}

function describeDeliveries(given: Given): void {
  describe('deliveries', () => {
    it('has none that was never kept', async () => {
      expect(await given().deliveries.read(delivery(fresh('d')))).toBeUndefined();
      expect(await given().deliveries.placesOf(delivery(fresh('d')))).toEqual([]);
    });

    it('gives back the raw bytes', async () => {
      const kept = delivery(fresh('d'), { body: new Uint8Array([0, 255, 128, 10, 13]) });
      await given().deliveries.keep(kept, { outcome: 'applied' });

      expect(await readBack(given(), kept)).toEqual(plain(kept));
    });

    it('knows which queue message brought about the outcome that is kept', async () => {
      const kept = delivery(fresh('d'));
      expect(await given().deliveries.messageOf(kept)).toBeUndefined();
      await given().deliveries.keep(kept, { outcome: 'notify-only' }, { messageId: 'q-1' });
      expect(await given().deliveries.messageOf(kept)).toBe('q-1');
      await given().deliveries.keep(kept, { outcome: 'notify-only' }, { messageId: 'q-2' });
      expect(await given().deliveries.messageOf(kept)).toBe('q-2');
    });

    it('says what came of one last, and why', async () => {
      const kept = delivery(fresh('d'));
      expect(await given().deliveries.outcomeOf(kept)).toBeUndefined();
      await given().deliveries.keep(kept, { outcome: 'not-understood', reason: 'type: is missing' });
      expect(await given().deliveries.outcomeOf(kept)).toEqual({
        outcome: 'not-understood',
        reason: 'type: is missing',
      });
      await given().deliveries.keep(kept, { outcome: 'applied' });
      expect(await given().deliveries.outcomeOf(kept)).toEqual({ outcome: 'applied' });
    });

    it('says where a delivery was put at any time and is not any more, each time', async () => {
      const kept = delivery(fresh('d'));
      const keep = async (...said: readonly string[]) =>
        (await given().deliveries.keep(kept, { outcome: 'applied' }, { said })).gone;

      expect(await keep('a', 'b')).toEqual([]);
      expect(await keep('b', 'c')).toEqual(['a']);
      expect(await keep('b', 'c')).toEqual(['a']);
      expect(await keep()).toEqual(['a', 'b', 'c']);
      expect(await given().deliveries.placesOf(kept)).toEqual(['a', 'b', 'c']);
      expect(await keep('a', 'b', 'c')).toEqual([]);
    });

    it('leaves what it knows of that as it is where nothing is said of it', async () => {
      const kept = delivery(fresh('d'));
      await given().deliveries.keep(kept, { outcome: 'applied' }, { said: ['a'] });

      const notUnderstood = { outcome: 'not-understood', reason: 'type: is missing' } as const;
      expect((await given().deliveries.keep(kept, notUnderstood)).gone).toEqual([]);
      expect((await given().deliveries.keep(kept, { outcome: 'ignored' }, { said: [] })).gone).toEqual(['a']);
    });

    it('loses none of the places of writers at the same time', async () => {
      const kept = delivery(fresh('d'));
      const said = ['a', 'b', 'c'];
      await Promise.all(
        said.map((each) => given().deliveries.keep(kept, { outcome: 'applied' }, { said: [each], revision: 3 })),
      );

      expect((await given().deliveries.keep(kept, { outcome: 'applied' }, { said: [] })).gone).toEqual(said);
    });

    it('says what was kept before: the first receipt, and the message of the last time', async () => {
      const first = delivery(fresh('d'));
      const again = { ...first, receivedAt: later };
      const keep = async (kept: Delivery, messageId?: string) =>
        (await given().deliveries.keep(kept, { outcome: 'applied' }, { messageId })).before;

      expect(await keep(first)).toBeUndefined();
      expect(await keep(again, 'q-2')).toEqual({ receivedAt: storeNow });
      expect(await keep(again, 'q-3')).toEqual({ receivedAt: storeNow, messageId: 'q-2' });
    });

    it('gives back an empty body', async () => {
      const kept = delivery(fresh('d'), { body: new Uint8Array() });
      await given().deliveries.keep(kept, { outcome: 'applied' });

      expect(await readBack(given(), kept)).toEqual(plain(kept));
    });

    it.each([600_000, 1_600_000])('gives back a body of %i bytes that does not compress', async (bytes) => {
      const kept = delivery(fresh('d'), { body: randomBytes(bytes) });
      await given().deliveries.keep(kept, { outcome: 'unmatched' });
      await given().deliveries.keep(kept, { outcome: 'applied' });

      const read = await given().deliveries.read(kept);
      expect(Buffer.compare(read?.body ?? Buffer.of(), kept.body)).toBe(0);
    });

    it('keeps the body and the first receipt when the outcome changes', async () => {
      const first = delivery(fresh('d'));
      await given().deliveries.keep(first, { outcome: 'unmatched' });
      await given().deliveries.keep(
        { ...first, receivedAt: later, body: Buffer.from('another') },
        { outcome: 'applied' },
      );

      expect(await readBack(given(), first)).toEqual(plain(first));
    });

    it.each([
      ['not-understood', 'applied', true],
      ['not-understood', 'in-part', true],
      ['not-understood', 'not-understood', false],
      ['in-part', 'applied', true],
      ['in-part', 'in-part', false],
      ['applied', 'applied', false],
    ] as const)(
      'keeps, of a body that was %s and another under its id that was %s, the second: %s',
      async (one, two, isSecond) => {
        const outcomeOf = (outcome: typeof one | typeof two) => ({ outcome, reason: 'type: is missing' });
        const first = delivery(fresh('d'));
        const second = { ...first, receivedAt: later, headers: { 'x-second': 'yes' }, body: randomBytes(800_000) };
        const revisionOf = (outcome: string) => ({ revision: outcome === 'in-part' ? 2 : 3 });
        await given().deliveries.keep(first, outcomeOf(one), revisionOf(one));
        await given().deliveries.keep(second, outcomeOf(two), revisionOf(two));

        const { headers, body } = isSecond ? second : first;
        expect(await readBack(given(), first)).toEqual(plain({ ...first, headers, body }));
      },
    );

    it.each([
      ['unmatched', 2, 'unmatched', 3, true],
      ['in-part', 2, 'unmatched', 3, true],
      ['unmatched', 3, 'unmatched', 2, false],
      ['unmatched', 3, 'applied', 3, false],
      ['applied', 3, 'applied', 5, false],
      ['unmatched', 2, 'not-understood', 5, false],
    ] as const)(
      'keeps, of a body that was %s by revision %i and another under its id that was %s by %i, the second: %s',
      async (one, firstRevision, two, secondRevision, isSecond) => {
        const outcomeOf = (outcome: typeof one | typeof two) => ({ outcome, reason: 'case-id not known yet' });
        const first = delivery(fresh('d'));
        const second = { ...first, body: Buffer.from('mended') };
        await given().deliveries.keep(first, outcomeOf(one), { revision: firstRevision });
        await given().deliveries.keep(second, outcomeOf(two), { revision: secondRevision });

        expect(await readBack(given(), first)).toEqual(plain(isSecond ? second : first));
      },
    );

    it.each([
      ['small', 'large', 20, 800_000],
      ['large', 'small', 800_000, 20],
      ['large', 'larger', 800_000, 900_000],
    ])('never mixes two bodies under one id: %s, then %s', async (_one, _two, firstBytes, secondBytes) => {
      const first = delivery(fresh('d'), { body: randomBytes(firstBytes) });
      await given().deliveries.keep(first, { outcome: 'unmatched' });
      await given().deliveries.keep({ ...first, body: randomBytes(secondBytes) }, { outcome: 'applied' });

      const read = await given().deliveries.read(first);
      expect(Buffer.compare(read?.body ?? Buffer.of(), first.body)).toBe(0);
    });

    it('keeps the same id of two channels apart', async () => {
      const id = fresh('d');
      const one = delivery(id, { channel: 'one' });
      const two = delivery(id, { channel: 'two', body: Buffer.from('two') });
      await given().deliveries.keep(one, { outcome: 'applied' });
      await given().deliveries.keep(two, { outcome: 'applied' });

      expect(await readBack(given(), one)).toEqual(plain(one));
      expect(await readBack(given(), two)).toEqual(plain(two));
    });

    it('lets a delivery go when its retention is over', async () => {
      const atLimit = addMillis(storeNow, -storeRawDays * dayMs);
      const gone = delivery(fresh('d'), { receivedAt: atLimit });
      const there = delivery(fresh('d'), { receivedAt: addMillis(atLimit, 1000) });
      await given().deliveries.keep(gone, { outcome: 'applied' });
      await given().deliveries.keep(there, { outcome: 'applied' });

      expect(await given().deliveries.read(gone)).toBeUndefined();
      expect(await readBack(given(), there)).toEqual(plain(there));
    });
  });
}

function plain(kept: Delivery) {
  return { ...kept, body: [...kept.body] };
}

async function readBack(store: Store, kept: Delivery) {
  const read = await store.deliveries.read(kept);
  return read && plain(read);
}

function describeDeliveryLookup(given: Given): void {
  describe('what came of deliveries', () => {
    const reason = 'data.at: must be an ISO 8601 time with its zone';
    const entryOf = ({ source, channel, id, via, receivedAt }: Delivery) => ({ source, channel, id, via, receivedAt });
    const list = async (query: Partial<DeliveryQuery>) =>
      await given().deliveryLookup.list({ list: 'not-understood', limit: 100, ...query });
    /** All pages, one after another. */
    const listAll = async (query: Partial<DeliveryQuery>) => {
      const entries: DeliveryEntry[] = [];
      let page = await list(query);
      entries.push(...page.entries);
      while (page.after !== undefined) {
        page = await list({ ...query, after: page.after });
        entries.push(...page.entries);
      }
      return entries;
    };

    it('C13: shows one that was not understood with whose it is and why, and nothing of what it says', async () => {
      const kept = delivery(fresh('d'));
      await given().deliveries.keep(kept, { outcome: 'not-understood', reason }, { messageId: 'q-1' });

      expect(await given().deliveryLookup.find(kept)).toEqual({ ...entryOf(kept), outcome: 'not-understood', reason });
    });

    it('shows one that counts, without a reason', async () => {
      const kept = delivery(fresh('d'), { via: 'read', body: randomBytes(600_000) });
      await given().deliveries.keep(kept, { outcome: 'applied' });

      expect(await given().deliveryLookup.find(kept)).toEqual({ ...entryOf(kept), outcome: 'applied' });
    });

    it('finds nothing that never came, came by another channel, or is kept no more', async () => {
      const kept = delivery(fresh('d'));
      const old = delivery(fresh('d'), { receivedAt: addMillis(storeNow, -storeRawDays * dayMs) });
      await given().deliveries.keep(kept, { outcome: 'applied' });
      await given().deliveries.keep(old, { outcome: 'not-understood', reason });

      for (const ref of [{ ...kept, id: fresh('d') }, { ...kept, channel: 'another' }, old]) {
        expect(await given().deliveryLookup.find(ref)).toBeUndefined();
      }
      expect((await listAll({})).filter(({ id }) => id === old.id)).toEqual([]);
    });

    it.each(['not-understood', 'unmatched'] as const)(
      'C13: lists what is %s by its reason and sender, the oldest first, until it counts',
      async (outcome) => {
        const source = fresh('lane');
        const [younger, older] = [later, earlier].map((receivedAt) => delivery(fresh('d'), { source, receivedAt }));
        for (const kept of [younger, older]) {
          await given().deliveries.keep(kept as Delivery, { outcome, reason });
        }
        const listed = () => listAll({ list: outcome, source });
        expect(await listed()).toEqual(
          [older, younger].map((kept) => ({ ...entryOf(kept as Delivery), outcome, reason })),
        );

        await given().deliveries.keep(older as Delivery, { outcome: 'applied' });
        expect(await listed()).toEqual([{ ...entryOf(younger as Delivery), outcome, reason }]);
      },
    );

    it('lists in pages, each of them once, though all came at the same time', async () => {
      const source = fresh('lane');
      const ids = [fresh('d'), fresh('d'), fresh('d'), fresh('d'), fresh('d')];
      for (const id of ids) {
        await given().deliveries.keep(delivery(id, { source }), { outcome: 'not-understood', reason });
      }

      expect((await listAll({ source, limit: 2 })).map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect((await list({ source, limit: 2 })).entries).toHaveLength(2);
      const all = (await listAll({ limit: 2 })).map(({ id }) => id).filter((id) => ids.includes(id));
      expect(all.sort()).toEqual([...ids].sort());
    });

    it('lists only those of the source that is asked for', async () => {
      const [one, two] = [fresh('lane'), fresh('lane')];
      const own = delivery(fresh('d'), { source: one });
      await given().deliveries.keep(delivery(fresh('d'), { source: two }), { outcome: 'not-understood', reason });
      await given().deliveries.keep(own, { outcome: 'not-understood', reason });

      expect((await listAll({ source: one })).map(({ id }) => id)).toEqual([own.id]);
      expect(await listAll({ source: fresh('lane') })).toEqual([]);
    });
  });
}

function describeAliases(given: Given): void {
  describe('aliases', () => {
    const aliasOf = (value: string): Alias => ({ kind: 'wms-order', value });
    const ref = { source: 'standard', channel: 'wms-east', id: 'd-1' };

    it('knows all cases of a name, each once', async () => {
      const alias = aliasOf(fresh('W'));
      for (const caseKey of ['b', 'a', 'b']) {
        await given().aliases.putCase(alias, caseKey);
      }

      expect(await given().aliases.readCases(alias)).toEqual(['a', 'b']);
    });

    it('keeps the same value of two kinds apart', async () => {
      const value = fresh('W');
      await given().aliases.putCase({ kind: 'wms-order', value }, 'a');

      expect(await given().aliases.readCases({ kind: 'reverse-order', value })).toEqual([]);
    });

    it('holds a delivery until it is released', async () => {
      const alias = aliasOf(fresh('W'));
      await given().aliases.hold(alias, ref);
      await given().aliases.hold(alias, ref);
      expect(await given().aliases.readHeld(alias)).toEqual([ref]);

      await given().aliases.release(alias, ref);
      await given().aliases.release(alias, ref);
      expect(await given().aliases.readHeld(alias)).toEqual([]);
    });

    it('lets at least one side see the other when a name and a delivery come at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const alias = aliasOf(fresh('W'));
        const nameSide = async () => {
          await given().aliases.putCase(alias, 'a');
          return await given().aliases.readHeld(alias);
        };
        const deliverySide = async () => {
          await given().aliases.hold(alias, ref);
          return await given().aliases.readCases(alias);
        };

        const [held, cases] = await Promise.all([nameSide(), deliverySide()]);

        expect(held.length + cases.length).toBeGreaterThan(0);
      }
    });
  });
}

function describeSightings(given: Given): void {
  describe('sightings', () => {
    it('has none of a case that no webhook told of', async () => {
      expect(await given().sightings.lastOf(fresh('case'))).toBeUndefined();
    });

    it.each([
      ['earlier first', earlier, later],
      ['later first', later, earlier],
    ])('keeps the later of two: %s', async (_, one, two) => {
      const key = fresh('case');
      await given().sightings.note(key, one);
      await given().sightings.note(key, two);

      expect(await given().sightings.lastOf(key)).toBe(later);
    });

    it('keeps a sighting beside the record and out of its observations', async () => {
      const key = fresh('case');
      await given().cases.putObservation(key, observed('d-1'));
      await given().sightings.note(key, storeNow);

      expect(await given().cases.readSnapshot(key)).toBeUndefined();
      expect(await given().cases.readObservations(key)).toEqual([observed('d-1')]);
    });
  });
}

function describeCursors(given: Given): void {
  describe('cursors', () => {
    it('has none of a shop that was never listed', async () => {
      expect(await given().cursors.readCursor(fresh('doudian/app/shop'))).toBeUndefined();
    });

    it('gives back what was written', async () => {
      const name = fresh('doudian/app/shop');
      await given().cursors.writeCursor(name, { until: storeNow, since: earlier });

      expect(await given().cursors.readCursor(name)).toEqual({ until: storeNow, since: earlier });
    });

    it('goes forward, never back', async () => {
      const name = fresh('doudian/app/shop');
      await given().cursors.writeCursor(name, { until: storeNow, since: earlier });
      await given().cursors.writeCursor(name, { until: later, since: earlier });
      await given().cursors.writeCursor(name, { until: earlier, since: earlier });

      expect(await given().cursors.readCursor(name)).toEqual({ until: later, since: earlier });
    });

    it('keeps what a run found that came no further, and forgets it with the next', async () => {
      const name = fresh('doudian/app/shop');
      const place = { until: later, since: earlier };
      const cursor = { ...place, untold: { count: 2, lastAt: storeNow }, busySince: later };
      await given().cursors.writeCursor(name, place);

      await given().cursors.writeCursor(name, cursor);
      expect(await given().cursors.readCursor(name)).toEqual(cursor);

      await given().cursors.writeCursor(name, place);
      expect(await given().cursors.readCursor(name)).toEqual(place);
    });
  });
}

function describeTokens(given: Given): void {
  describe('tokens', () => {
    it('gives back how a shop took its token last, beside where its listing stands', async () => {
      const name = fresh('doudian/app/shop');
      const note = { state: 'refused', since: earlier, at: storeNow } as const;
      expect(await given().tokens.readToken(name)).toBeUndefined();
      await given().tokens.writeToken(name, { state: 'ok', since: earlier, at: earlier });
      await given().cursors.writeCursor(name, { until: storeNow, since: earlier });
      await given().tokens.writeToken(name, note);

      expect(await given().tokens.readToken(name)).toEqual(note);
      expect(await given().cursors.readCursor(name)).toEqual({ until: storeNow, since: earlier });
    });
  });
}

function describeHealth(given: Given): void {
  const counts = (channel: string, hour: string, fields: Partial<HourCounts> = {}): HourCounts => ({
    source: 'doudian',
    channel,
    hour,
    sums: {},
    heard: { webhook: [], read: [] },
    ...fields,
  });

  describe('health', () => {
    it('has nothing of a channel of which nothing was counted', async () => {
      const name = { source: 'doudian', channel: fresh('app') };

      expect(await given().health.readHours(name, '2026-03-10T00')).toEqual([]);
      expect(await given().health.lastHeard(name, 'webhook')).toBeUndefined();
      expect(await given().health.firstHour(name)).toBeUndefined();
    });

    it('adds up what many writers count at the same time', async () => {
      const channel = fresh('app');
      const heard = [5, 3, 5, 59].map((minute) => ({ webhook: [minute], read: [] }));
      await Promise.all(
        heard.map((each, index) =>
          given().health.add(
            counts(channel, '2026-03-10T11', { sums: { webhooks: 1, refused: index, missed: 0 }, heard: each }),
          ),
        ),
      );
      const [hour, ...more] = await given().health.readHours({ source: 'doudian', channel }, '2026-03-10T11');

      expect(more).toEqual([]);
      expect(hour).toEqual({
        ...counts(channel, '2026-03-10T11'),
        sums: expect.objectContaining({ webhooks: 4, refused: 6 }),
        heard: { webhook: [3, 5, 59], read: [] },
      });
      expect(hour?.sums.missed ?? 0).toBe(0);
    });

    it('reads the hours from one on, of one channel only, the earliest first', async () => {
      const channel = fresh('app');
      for (const hour of ['2026-03-10T12', '2026-03-09T23', '2026-03-10T02']) {
        await given().health.add(counts(channel, hour, { sums: { webhooks: 1 } }));
        await given().health.add(counts(`${channel}-2`, hour, { sums: { webhooks: 1 } }));
      }
      const name = { source: 'doudian', channel };
      const hours = await given().health.readHours(name, '2026-03-10T00');

      expect(hours.map(({ channel: own, hour }) => [own, hour])).toEqual([
        [channel, '2026-03-10T02'],
        [channel, '2026-03-10T12'],
      ]);
      expect(await given().health.firstHour(name)).toBe('2026-03-09T23');
    });

    it('knows when something was last heard each way, however long ago, to the minute', async () => {
      const name = { source: 'doudian', channel: fresh('app') };
      const heard = { webhook: [7, 31], read: [] };
      await given().health.add(counts(name.channel, '2026-02-10T07', { heard, sums: { webhooks: 2 } }));
      for (let hour = 0; hour < 60; hour += 1) {
        const [day, part] = [10 + Math.floor(hour / 24), String(hour % 24).padStart(2, '0')];
        await given().health.add(counts(name.channel, `2026-03-${day}T${part}`, { sums: { refused: 1 } }));
      }

      expect(await given().health.lastHeard(name, 'webhook')).toBe('2026-02-10T07:31:00.000Z');
      expect(await given().health.lastHeard(name, 'read')).toBeUndefined();
    });
  });
}

function describeSweeps(given: Given): void {
  describe('sweeps', () => {
    it('gives back where the sweep stood last, and nothing of where it stood before', async () => {
      const { readSweep, writeSweep } = given().sweeps;
      await writeSweep({ startedUntil: later, lateAsOf: storeNow, round: { began: earlier, after: 'a#CASE#b' } });
      await writeSweep({ startedUntil: storeNow, lateAsOf: earlier });

      expect(await readSweep()).toEqual({ startedUntil: storeNow, lateAsOf: earlier });
    });
  });
}

function describeLedgers(given: Given): void {
  describe('ledgers', () => {
    const order: LedgerOrder = {
      orderCode: 'BH1',
      state: 'creating',
      advice: {
        announcementId: 'standard:main:R1/a1',
        warehouseId: 'east',
        trackingNumber: 'SF1',
        caseId: 'R1',
        shop: 'main',
        lines: [{ sku: '鞋', quantity: 1 }],
        check: [],
        returnAddress: { country: 'CN', region: 'R', city: 'C', line: 'L 1' },
      },
      at: storeNow,
    };
    const ledger = (version: number, fields: Partial<Ledger> = {}): Ledger => ({ version, orders: {}, ...fields });

    it('has an empty one of version 0 where nothing was told', async () => {
      expect(await given().ledgers.readLedger(fresh('case'), 'east')).toEqual({ version: 0, orders: {} });
    });

    it('gives back what was written', async () => {
      const key = fresh('case');
      const lease = { by: 'w-1', until: later };
      const written = ledger(1, { lease, orders: { 'standard:main:R1/a1': order } });

      expect(await given().ledgers.writeLedger(key, 'east', written)).toBe('written');
      expect(await given().ledgers.readLedger(key, 'east')).toEqual(written);
    });

    it('lets the lease go with the version that has none', async () => {
      const key = fresh('case');
      await given().ledgers.writeLedger(key, 'east', ledger(1, { lease: { by: 'w-1', until: later } }));
      await given().ledgers.writeLedger(key, 'east', ledger(2));

      expect(await given().ledgers.readLedger(key, 'east')).toEqual(ledger(2));
    });

    it('lets one of two first writers win', async () => {
      const key = fresh('case');
      const write = () => given().ledgers.writeLedger(key, 'east', ledger(1));

      expect((await Promise.all([write(), write()])).toSorted()).toEqual(['lost', 'written']);
    });

    it('lets one of two writers win that read the same version', async () => {
      const key = fresh('case');
      await given().ledgers.writeLedger(key, 'east', ledger(1));
      const write = (by: string) =>
        given().ledgers.writeLedger(key, 'east', ledger(2, { lease: { by, until: later } }));

      const [one, two] = await Promise.all([write('w-1'), write('w-2')]);

      expect([one, two].toSorted()).toEqual(['lost', 'written']);
      expect((await given().ledgers.readLedger(key, 'east')).lease?.by).toBe(one === 'written' ? 'w-1' : 'w-2');
    });

    it.each([1, 3])('refuses version %i where version 1 stands', async (version) => {
      const key = fresh('case');
      await given().ledgers.writeLedger(key, 'east', ledger(1, { lease: { by: 'w-1', until: later } }));

      expect(await given().ledgers.writeLedger(key, 'east', ledger(version))).toBe('lost');
      expect((await given().ledgers.readLedger(key, 'east')).lease?.by).toBe('w-1');
    });

    it('keeps one for each case and warehouse, apart from the record', async () => {
      const key = fresh('case');
      await given().ledgers.writeLedger(key, 'east', ledger(1, { lease: { by: 'w-1', until: later } }));

      expect(await given().ledgers.readLedger(key, 'west')).toEqual(ledger(0));
      expect(await given().cases.readSnapshot(key)).toBeUndefined();
      expect(await given().cases.readObservations(key)).toEqual([]);
    });
  });
}

function describeListings(given: Given): void {
  describe('listings', () => {
    // Each listing is of the whole table, so these look for their own entries only.
    const many = 1000;
    const writeCase = async (key: string, fields: Partial<CaseSnapshot>, version = 1) =>
      await given().cases.writeSnapshot(key, storedRecord(caseSnapshot(key, fields), { version }), version - 1);
    const only = (listed: readonly string[], ...mine: string[]) => listed.filter((key) => mine.includes(key));

    it('lists what strikes after one time and up to another, the earliest first', async () => {
      const [past, longPast, future] = [fresh('due'), fresh('due'), fresh('due')];
      await writeCase(past, { nextStrikeAt: storeNow });
      await given().parcels.writeSnapshot(
        longPast,
        storedRecord(parcelSnapshot(longPast, { nextStrikeAt: earlier })),
        0,
      );
      await writeCase(future, { nextStrikeAt: addMillis(storeNow, 1) });

      const found = await given().listings.listStrikes('0', storeNow, many);
      const own = found.filter(({ record }) => [past, longPast, future].includes(keyOf(record)));
      expect(own).toEqual([
        { record: { parcel: longPast }, at: earlier, place: expect.any(String) },
        { record: { caseKey: past }, at: storeNow, place: expect.any(String) },
      ]);
    });

    it('goes on behind the last place of a page, though others strike at the same time', async () => {
      const keys = [fresh('due'), fresh('due'), fresh('due')];
      for (const key of keys) {
        await writeCase(key, { nextStrikeAt: earlier });
      }

      const { listStrikes } = given().listings;
      const listed: string[] = [];
      let after = '0';
      for (
        let page = await listStrikes(after, earlier, 2);
        page.length > 0;
        page = await listStrikes(after, earlier, 2)
      ) {
        listed.push(...page.map(({ record }) => keyOf(record)));
        after = page.at(-1)?.place ?? '';
      }
      expect(listed.filter((key) => keys.includes(key)).sort()).toEqual([...keys].sort());
    });

    it('lists nothing that strikes after a time and before it', async () => {
      await writeCase(fresh('due'), { nextStrikeAt: storeNow });

      expect(await given().listings.listStrikes(addMillis(storeNow, 1), earlier, many)).toEqual([]);
    });

    it('lists no strike that will not be since', async () => {
      const key = fresh('due');
      await writeCase(key, { nextStrikeAt: earlier });
      await writeCase(key, {}, 2);

      const found = await given().listings.listStrikes('0', storeNow, many);
      expect(found.filter(({ record }) => keyOf(record) === key)).toEqual([]);
    });

    it('lists cases by the day on which they were opened', async () => {
      const [today, yesterday] = [fresh('day'), fresh('day')];
      await writeCase(today, { openedAt: '2026-03-10T00:00:00.000Z' as Instant });
      await writeCase(yesterday, { openedAt: '2026-03-09T23:59:59.999Z' as Instant });

      expect(only(await given().listings.listOpened('2026-03-10', many), today, yesterday)).toEqual([today]);
    });

    it('lists cases while somebody should look at them', async () => {
      const key = fresh('attention');
      await writeCase(key, { attention: ['disputed'], updatedAt: storeNow });
      expect(only(await given().listings.listAttention(many), key)).toEqual([key]);

      await writeCase(key, {}, 2);
      expect(only(await given().listings.listAttention(many), key)).toEqual([]);
    });

    it('goes on behind the last place of a page, in every list of records', async () => {
      const [caseKeys, numbers] = [
        [fresh('walk'), fresh('walk')],
        [fresh('SF#walk'), fresh('SF#walk')],
      ];
      const openedAt = '2026-03-12T10:00:00.000Z' as Instant;
      for (const key of caseKeys) {
        await writeCase(key, { openedAt, nextStrikeAt: later, attention: ['disputed'], updatedAt: storeNow });
      }
      for (const number of numbers) {
        const snapshot = parcelSnapshot(number, { nextStrikeAt: later, unclaimed: true, receivedAt: storeNow });
        await given().parcels.writeSnapshot(number, storedRecord(snapshot), 0);
      }
      const { listRecords } = given().listings;
      const walk = async (list: RecordList, after?: string): Promise<RecordName[]> => {
        const page = await listRecords(list, 2, after);
        const last = page.at(-1);
        const rest = last ? await walk(list, last.place) : [];
        return [...page.map(({ record }) => record), ...rest];
      };
      const own = async (list: RecordList) => only((await walk(list)).map(keyOf), ...caseKeys, ...numbers).sort();

      expect(await own({ openedOn: '2026-03-12' })).toEqual([...caseKeys].sort());
      expect(await own('attention')).toEqual([...caseKeys].sort());
      expect(await own('unclaimed')).toEqual([...numbers].sort());
      expect(await own('unclaimed-before')).toEqual([]);
      expect(await own('clocks')).toEqual([...caseKeys, ...numbers].sort());
    });

    it('lists parcels while no case claims them', async () => {
      const number = fresh('SF#');
      await given().parcels.writeSnapshot(
        number,
        storedRecord(parcelSnapshot(number, { unclaimed: true, receivedAt: storeNow })),
        0,
      );
      expect(only(await given().listings.listUnclaimed(many), number)).toEqual([number]);

      await given().parcels.writeSnapshot(number, storedRecord(parcelSnapshot(number), { version: 2 }), 1);
      expect(only(await given().listings.listUnclaimed(many), number)).toEqual([]);
    });

    it.each(['not-understood', 'unmatched'] as const)('lists deliveries as long as they are %s', async (outcome) => {
      const kept = delivery(fresh('strange'));
      const { listNotUnderstood, listUnmatched } = given().listings;
      const list = outcome === 'unmatched' ? listUnmatched : listNotUnderstood;
      const listed = async () => (await list(many)).filter((each) => each.id === kept.id);
      await given().deliveries.keep(kept, { outcome, reason: 'nobody knows it' });
      expect(await listed()).toEqual([{ source: 'standard', channel: 'own-store', id: kept.id }]);

      await given().deliveries.keep(kept, { outcome: 'applied' });
      expect(await listed()).toEqual([]);
    });
  });
}

function describeKeyForging(given: Given): void {
  describe('key forging', () => {
    it('keeps an observation apart whose id names a parcel state', async () => {
      const key = fresh('case');
      await given().cases.putParcelState(key, observed('state', { facts: [] }), 'SF1', 1);

      expect(await given().cases.putObservation(key, observed('parcel-state#SF1'))).toBe('new');
      expect(await given().cases.readObservations(key)).toHaveLength(2);
    });

    it('keeps an alias apart whose value names the sort key of another', async () => {
      const value = fresh('W');
      await given().aliases.putCase({ kind: 'wms-order', value: `${value}#LINK#a` }, 'a');

      expect(await given().aliases.readCases({ kind: 'wms-order', value })).toEqual([]);
    });

    it('keeps deliveries apart whose parts only join to the same text', async () => {
      const one = delivery('x', { source: 's', channel: fresh('c#d') });
      const [left = '', right = ''] = one.channel.split('#');
      await given().deliveries.keep(one, { outcome: 'applied' });

      expect(await given().deliveries.read({ source: 's', channel: left, id: `${right}#x` })).toBeUndefined();
    });

    it.each([
      ['an encoded hash', 'a%23b', 'a#b'],
      ['two lone surrogates', 'a\ud800', 'a\udfff'],
      ['letters that only look alike', 'A\u0301', '\u00c1'],
    ])('keeps case keys apart: %s', async (_, one, two) => {
      const stem = fresh('case');
      await given().cases.putObservation(stem + one, observed('d-1'));

      expect(await given().cases.readObservations(stem + two)).toEqual([]);
      expect(await given().cases.readObservations(stem + one)).toHaveLength(1);
    });
  });
}
