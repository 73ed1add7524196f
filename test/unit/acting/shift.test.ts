import { describe, expect, it } from 'vitest';
import { acceptShift } from '#shared/acting/accept-shift.ts';
import { readShiftSheet } from '#shared/acting/read-shift-sheet.ts';
import { shiftSheetOf, type Written } from '#shared/acting/shift-sheet.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import { todoOf } from '#shared/returns/attention/actions.ts';
import type { CaseEntry, Entry, EntryWork } from '#shared/returns/attention/entry.ts';
import { caseEntryOf } from '#shared/returns/attention/entry-of.ts';
import { shortPerson } from '#shared/returns/attention/short-person.ts';
import { minute } from '../../memory/script.ts';
import { type ActingWorld, actingWorld, ann, bo, caseKey, parcel } from './acting-world.ts';

function entry(caseId: string, work: Partial<EntryWork>, fields: Partial<CaseEntry> = {}): Entry {
  return {
    record: 'case',
    key: `test:a:${caseId}`,
    source: 'test',
    shop: 'a',
    caseId,
    version: 1,
    writtenAt: minute(0),
    isOpen: true,
    todos: [todoOf('decide', { since: minute(0) })],
    headline: 'requested',
    skus: [],
    numbers: [],
    work: { notes: 0, ...work },
    ...fields,
  };
}

const anns = { owner: { person: 'ann', since: minute(0) } };
const platform = (minutes: number) => ({
  platform: { kind: 'platform-decision' as const, dueAt: minute(minutes) },
});
const none: ReadonlyMap<string, Written> = new Map();
const keysOf = (lines: readonly { readonly record: RecordName }[]) =>
  lines.map(({ record }) => ('caseKey' in record ? record.caseKey.slice(-2) : record.parcel));

describe('shiftSheetOf', () => {
  it('has what a person has, the shorter time first, and nothing of others', () => {
    const entries = [
      entry('C1', anns),
      entry('C2', anns, platform(90)),
      entry('C3', anns, { own: { kind: 'refund', dueAt: minute(30) } }),
      entry('C4', { owner: { person: 'bo', since: minute(0) } }),
      entry('C5', {}),
    ];
    expect(keysOf(shiftSheetOf(entries, { owner: 'ann' }, none).open)).toEqual(['C3', 'C2', 'C1']);
  });

  it('has what was handed over to a team, or to a person, and not what others were offered', () => {
    const to = (assignee: NonNullable<EntryWork['offered']>['to']) => ({
      ...anns,
      offered: { at: minute(1), to: assignee },
    });
    const entries = [
      entry('C1', to({ team: 'night' })),
      entry('C2', to({ team: 'day' })),
      entry('C3', to({ person: 'night' })),
      entry('C4', anns),
    ];
    expect(keysOf(shiftSheetOf(entries, { offeredTo: { team: 'night' } }, none).open)).toEqual(['C1']);
    expect(keysOf(shiftSheetOf(entries, { offeredTo: { person: 'night' } }, none).open)).toEqual(['C3']);
  });

  it('knows a person whose id is too long for a list', () => {
    const long = 'x'.repeat(80);
    const entries = [entry('C1', { owner: { person: shortPerson(long), since: minute(0) } })];
    expect(keysOf(shiftSheetOf(entries, { owner: long }, none).open)).toEqual(['C1']);
  });

  it('lists promises by their times, those of closed cases, too', () => {
    const promised = (minutes: number): Written => ({
      promised: { until: minute(minutes), at: minute(1), by: 'ann' },
      notes: [{ n: 2, at: minute(1), by: 'ann', text: 'called' }],
    });
    const entries = [entry('C1', anns), entry('C2', anns), entry('C3', anns, { isOpen: false })];
    const written = new Map([
      ['case test:a:C1', promised(80)],
      ['case test:a:C3', promised(70)],
    ]);
    const { open, promises } = shiftSheetOf(entries, { owner: 'ann' }, written);

    expect(keysOf(promises)).toEqual(['C3', 'C1']);
    expect(keysOf(open)).toEqual(['C1', 'C2']);
    expect(open[0]?.notes.map(({ text }) => text)).toEqual(['called']);
  });
});

/** What Ann has, as lists show it. */
async function entriesIn({ simulation }: ActingWorld): Promise<Entry[]> {
  const stored = await simulation.table.cases.readSnapshot(caseKey);
  return stored ? [caseEntryOf(stored.snapshot, { version: stored.version, writtenAt: minute(0) })] : [];
}

describe('a hand-over', () => {
  it('fills its sheet with what is open, what was promised and what was noted', async () => {
    const world = await actingWorld();
    await world.take(ann, { act: 'claim' });
    await world.take(ann, { act: 'note', text: '答应明天退款', promisedUntil: minute(600) });
    const sheet = await readShiftSheet(world.acting, await entriesIn(world), { owner: 'ann' });

    expect(sheet.promises).toEqual(sheet.open);
    expect(sheet.open).toMatchObject([
      {
        record: { caseKey },
        promised: { until: minute(600), by: 'ann' },
        notes: [{ by: 'ann', text: '答应明天退款' }],
      },
    ]);
  });

  it('reads no personal data of records without a note', async () => {
    const world = await actingWorld();
    await world.take(ann, { act: 'claim' });
    const readPersonalData = () => Promise.reject(new Error('nobody may look'));
    const reads = { cases: { ...world.acting.cases, readPersonalData }, parcels: world.acting.parcels };

    expect((await readShiftSheet(reads, await entriesIn(world), { owner: 'ann' })).open).toHaveLength(1);
  });

  it('is accepted all at once, each record by itself, and says what was not and why', async () => {
    const { take, acting } = await actingWorld();
    await take(ann, { act: 'claim' });
    await take(ann, { act: 'hand-over', to: { team: 'night' } });
    await take(ann, { act: 'claim' }, 'p', { parcel });
    const records = [{ caseKey }, { parcel }, { caseKey: 'test:b:C2' }];
    const find = async (record: RecordName) => ('caseKey' in record && record.caseKey !== caseKey ? undefined : record);

    expect(await acceptShift(acting, { caller: bo, records, key: 'shift', find })).toMatchObject([
      { record: { caseKey }, n: 4 },
      { record: { parcel }, refusal: { code: 'owned', owner: { person: 'ann' } } },
      { record: { caseKey: 'test:b:C2' }, refusal: { code: 'no-such-record', because: 'absent' } },
    ]);
    expect((await acting.cases.readSnapshot(caseKey))?.snapshot.work?.owner?.person).toBe('bo');
  });

  it('is accepted by one of two who do at once; the other hears who for each record', async () => {
    const { take, acting } = await actingWorld();
    const cy = { person: 'cy', groups: ['night-team'] };
    await take(ann, { act: 'claim' });
    await take(ann, { act: 'hand-over', to: { team: 'night' } });
    const accept = async (caller: typeof cy) =>
      await acceptShift(acting, { caller, records: [{ caseKey }], key: caller.person, find: async (record) => record });
    const both = (await Promise.all([accept(bo as typeof cy), accept(cy)])).flat();
    const owner = (await acting.cases.readSnapshot(caseKey))?.snapshot.work?.owner;

    expect(both.filter((each) => 'n' in each)).toHaveLength(1);
    expect(both.find((each) => 'refusal' in each)).toMatchObject({ refusal: { code: 'owned', owner } });
  });

  it('is answered as the first time where the request comes again', async () => {
    const { take, acting } = await actingWorld();
    await take(ann, { act: 'claim' });
    await take(ann, { act: 'hand-over', to: { team: 'night' } });
    const accept = async () =>
      await acceptShift(acting, { caller: bo, records: [{ caseKey }], key: 's', find: async (record) => record });
    const first = await accept();

    expect(await accept()).toEqual(first);
  });
});
