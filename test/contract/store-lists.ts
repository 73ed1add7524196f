import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRounds, parcelShelf } from '#shared/lists/partitions.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { Store } from '#shared/store/open-store.ts';
import { caseEntry, hours, parcelEntry, todo } from '../memory/entries.ts';

/** What a store must do with how lists show its records. */
export function describeLists(
  given: () => Pick<Store, 'cases' | 'parcels' | 'entries'>,
  recordOf: <Snapshot>(key: string, fields: Partial<StoredRecord<unknown>>) => StoredRecord<Snapshot>,
): void {
  describe('lists', () => {
    let shop = '';
    beforeEach(() => {
      shop = randomBytes(4).toString('hex');
    });

    const listed = (caseId: string, fields: Parameters<typeof caseEntry>[1] = {}) => ({
      ...caseEntry(caseId, fields),
      ...{ key: `test:${shop}:${caseId}`, shop },
    });
    const write = async (entry: Entry) => {
      const key = entry.record === 'case' ? entry.key : entry.number;
      const table = entry.record === 'case' ? given().cases : given().parcels;
      const { version, writtenAt } = entry;
      await table.writeSnapshot(key, recordOf(key, { version, writtenAt, entry }), version - 1);
    };
    const openOn = async (shelf: string, from?: Instant, until?: Instant) => {
      const parts = allRounds.map((round) => given().entries.readBetween({ shelf, openOn: round }, from, until));
      return (await Promise.all(parts)).flat();
    };
    const open = async (from?: Instant, until?: Instant) =>
      (await openOn(`test:${shop}`, from, until)).toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1));
    const done = async (month: string, from?: Instant) =>
      await given().entries.readBetween({ shelf: `test:${shop}`, doneIn: month }, from);

    it('give back an entry as it was written with its record', async () => {
      const entry = listed('C#1', {
        orderId: 'O-1',
        goods: { sku: 'S1', title: '鞋', quantity: 2, more: 1 },
        todos: [todo('refund', { stake: 12_900 })],
        own: { kind: 'refund', dueAt: hours(3) },
      });
      await write(entry);

      expect(await open()).toEqual([entry]);
    });

    it('show only the latest version, by when that was written', async () => {
      await write(listed('C1'));
      await write(listed('C1', { version: 2, writtenAt: hours(1) }));

      expect(await open()).toMatchObject([{ version: 2, writtenAt: hours(1) }]);
    });

    it('take in what was written at either end of a span, and no more', async () => {
      await write(listed('C1', { writtenAt: hours(1) }));
      await write(listed('C2', { writtenAt: hours(2) }));
      await write(listed('C3', { writtenAt: hours(3) }));

      expect(await open(hours(1), hours(2))).toMatchObject([{ caseId: 'C1' }, { caseId: 'C2' }]);
      expect(await open(addMillis(hours(1), 1))).toMatchObject([{ caseId: 'C2' }, { caseId: 'C3' }]);
      expect(await open(undefined, addMillis(hours(2), -1))).toMatchObject([{ caseId: 'C1' }]);
    });

    it('keep what is done apart, by the month in which it was written', async () => {
      await write(listed('C1'));
      await write(listed('C1', { version: 2, isOpen: false, writtenAt: '2026-04-01T00:00:00.000Z' as Instant }));

      expect(await open()).toEqual([]);
      expect(await done('2026-03')).toEqual([]);
      expect(await done('2026-04')).toMatchObject([{ version: 2, isOpen: false }]);
    });

    it('open again what was done', async () => {
      await write(listed('C1', { isOpen: false }));
      await write(listed('C1', { version: 2, writtenAt: hours(1) }));

      expect(await open()).toMatchObject([{ version: 2, isOpen: true }]);
      expect(await done('2026-03')).toEqual([]);
    });

    it('have parcels on a shelf of their own', async () => {
      const entry = parcelEntry(`SF#${shop}`, { goods: [{ sku: 'S1', quantity: 2 }] });
      await write(entry);

      expect(await openOn(parcelShelf)).toContainEqual(entry);
      expect(await open()).toEqual([]);
    });

    it('say of a record whether it stands in them, and not how', async () => {
      await write(listed('C1'));
      const key = `test:${shop}:C2`;
      await given().cases.writeSnapshot(key, recordOf(key, {}), 0);

      const found = await given().cases.readSnapshot(`test:${shop}:C1`);
      expect(found).toMatchObject({ isListed: true });
      expect(found).not.toHaveProperty('entry');
      expect(await given().cases.readSnapshot(key)).not.toHaveProperty('isListed');
    });
  });
}
