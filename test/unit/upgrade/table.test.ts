import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../upgrade/differences.ts';
import { nameOf, openRelease, rebuildOf } from '../../upgrade/open-release.ts';
import { type PlainItem, plainOf, readReleaseTable, releaseNow } from '../../upgrade/release-table.ts';
import { isOfNewKind, unwanted, type WantedDifference, wantedDifferences } from '../../upgrade/wanted-differences.ts';

const items = readReleaseTable();
const records = items.map(plainOf).filter(({ sk }) => sk === 'SNAPSHOT');
const open = () => openRelease(items, releaseNow);

/** What a newer fold took over in silence, by the key under which it would be told. */
function silentIn({ told }: PlainItem): string[] {
  return Object.entries(told as Record<string, { readonly silent?: true }>).flatMap(([key, { silent }]) =>
    silent ? [key] : [],
  );
}

/** Kinds that 91b539e knew and that now have clocks where they had none. */
const retold: readonly (string | undefined)[] = ['refund', 'warehouse-acknowledges'];

/**
 * Clocks of kinds that that release did not know, those of refunds, which go by what is owed since, answers to announcements that nobody was told, and buyers who have to be
 * asked.
 */
function isNews(change: unknown): boolean {
  const { data = {} } = change as { readonly data?: { readonly deadlineId?: string; readonly kind?: string } };
  return (
    (data.deadlineId !== undefined && (retold.includes(data.kind) || isOfNewKind({ kind: data.kind ?? '' }))) ||
    /"(announcement-unknown|contact-buyer)"/.test(JSON.stringify(data))
  );
}

/** What a case says of the lines of its order, beside its record, since 91b539e (ADR 023). */
function isWordOf(record: PlainItem, { pk, sk }: PlainItem): boolean {
  return pk.startsWith('ORDER#') && sk === record.pk;
}

describe('a table that 91b539e wrote', () => {
  it('gives the same records and the same memory of what was told, but for what was wanted', async () => {
    const { record } = open();
    const faults: string[] = [];
    const used = new Set<WantedDifference>();
    for (const before of records) {
      const { puts: all } = await record(rebuildOf(before));
      const puts = all.filter((each) => !isWordOf(before, each.after));
      faults.push(...(puts.length === 1 ? [] : [`${before.pk}: ${puts.length} items were put`]));
      for (const { after } of puts) {
        faults.push(...unwanted(differencesOf(before, after), after, (each) => used.add(each)));
      }
    }
    expect(faults).toEqual([]);
    expect(wantedDifferences.filter((each) => !used.has(each)).map(({ why }) => why)).toEqual([]);
  });

  it('tells nothing anew, and neither does anything that follows', async () => {
    const { record, store } = open();
    const told: unknown[] = [];
    // Clocks have tests of their own: what strikes is told, then as now.
    const left = records.map((each) => rebuildOf(each));
    let taken = 0;
    for (let message = left.shift(); message; message = left.shift()) {
      const recorded = await record(message);
      told.push(...recorded.told);
      left.push(...recorded.follows.filter(({ kind }) => kind !== 'strike'));
      taken += 1;
    }
    expect(told).toEqual([]);
    expect(taken).toBeGreaterThan(2 * records.length);
    for (const before of records) {
      const name = nameOf(before);
      const after = await ('parcel' in name
        ? store.parcels.readSnapshot(name.parcel)
        : store.cases.readSnapshot(name.caseKey));
      const now = { ...before, snapshot: after?.snapshot, told: after?.told } as PlainItem;
      expect(
        unwanted(
          differencesOf(before, now).filter(({ path }) => /^(snapshot|told)\b/.test(path)),
          now,
          () => undefined,
        ),
      ).toEqual([]);
    }
  });

  it('tells where it is asked to what an earlier fold had not seen, and nothing else', async () => {
    const { record } = open();
    const faults: unknown[] = [];
    for (const before of records) {
      const { told: all } = await record(rebuildOf(before, true));
      const told = all.filter((change) => !isNews(change));
      if (told.length !== silentIn(before).length) {
        faults.push([before.pk, silentIn(before), told]);
      }
    }
    expect(faults).toEqual([]);
    expect(records.filter((each) => silentIn(each).length > 0).length).toBeGreaterThan(0);
  });
});
