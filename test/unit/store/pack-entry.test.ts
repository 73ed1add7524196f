import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionCodes, compareTodos } from '#shared/returns/attention/actions.ts';
import type { CaseEntry, Entry } from '#shared/returns/attention/entry.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { mostEntryBytes, packEntry } from '#shared/store/pack-entry.ts';
import { unpackEntry } from '#shared/store/unpack-entry.ts';
import { caseEntry, hours, parcelEntry, todo } from '../../memory/entries.ts';
import { runs } from '../../property/runs.ts';

const person = '7f0c1f8e-9c5d-4c0e-9a57-3f6f0f2f2b11';

/** As much as one case is ever seen to have at once. */
const largest: CaseEntry = caseEntry('7412345678901234567', {
  version: 187,
  headline: 'partly-refunded',
  kind: 'return',
  reason: 'not-as-described',
  orderId: '6920123456789012345',
  goods: { sku: 'SHOE-RUN-2026-RED-41', title: '轻量缓震跑步鞋男女同款春季新品网面透气红色', quantity: 2, more: 2 },
  skus: ['SHOE-RUN-2026-BLUE-42', 'SOCK-3PAIR-WHITE-L'],
  numbers: ['SF1234567890123', 'JDVA12345678901'],
  closedAt: hours(-1),
  asked: 1_299_900,
  paid: 1_299_900,
  refunded: 129_900,
  platform: { kind: 'platform-decision', subject: 'evidence', dueAt: hours(1) },
  own: { kind: 'exception-contact', dueAt: hours(2) },
  todos: (['settle-dispute', 'contact-buyer', 'await-goods', 'fix-number'] as const).map((action) =>
    todo(action, { stake: 1_299_900 }),
  ),
  work: {
    owner: { person, since: hours(-2) },
    team: 'night-shift',
    flag: 'yellow',
    snooze: { until: hours(20), reason: 'waits-for-warehouse' },
    notes: 12,
    touchedAt: hours(-1),
  },
});

const placeOf = (entry: Entry) => ({
  record: entry.record,
  key: entry.record === 'case' ? entry.key : entry.number,
  writtenAt: entry.writtenAt,
  isOpen: entry.isOpen,
});
const roundTrip = (entry: Entry) => unpackEntry(packEntry(entry), placeOf(entry));
const bytes = (entry: Entry) => Buffer.byteLength(packEntry(entry));

describe('packEntry', () => {
  it('has room for the most that one case is seen to have, cutting nothing but its title and its last SKU', () => {
    expect(bytes(largest)).toBeLessThanOrEqual(mostEntryBytes);
    const { title: _title, ...goods } = largest.goods!;
    expect(roundTrip(largest)).toEqual({ ...largest, goods, skus: largest.skus.slice(0, 1) });
  });

  it('gives back what it was given', () => {
    const entry = caseEntry('C1', {
      todos: [todo('decide', { stake: 5 }), todo('reply', { from: hours(1) })],
      goods: { sku: 'S1', title: '鞋', quantity: 1, more: 0 },
      work: {
        owner: { person, since: hours(-2) },
        offered: { at: hours(-1), to: { person: 'p-2' } },
        handled: { did: 'replacement-sent', at: hours(-1), state: 'awaited' },
        notes: 1,
      },
    });
    expect(roundTrip(entry)).toEqual(entry);
    const parcel = parcelEntry('SF1234567', {
      carrier: 'sf',
      warehouseId: 'east',
      goods: [{ sku: 'S1', quantity: 2 }],
    });
    expect(roundTrip(parcel)).toEqual(parcel);
  });

  it('keeps todos and clocks before names, and never a part of an id', () => {
    const long = 'X'.repeat(200);
    const found = roundTrip({ ...largest, orderId: long, numbers: [long, 'SF1'], skus: [long, 'S2'] });
    expect(found).toMatchObject({ todos: largest.todos, platform: largest.platform, numbers: ['SF1'] });
    expect(JSON.stringify(found)).not.toContain('XXX');
  });

  it('has an action that a newer release wrote looked at all the same', () => {
    const text = packEntry(caseEntry('C1')).replace('decide', 'dance');
    expect(unpackEntry(text, placeOf(caseEntry('C1')))).toMatchObject({
      todos: [{ action: 'catch-up', group: 'other' }],
    });
  });

  it('stays within its bytes whatever it is given, and says nothing that is not so', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const at = fc.integer({ min: 0, max: 4e12 }).map(instantOf);
    const sum = fc.nat({ max: Number.MAX_SAFE_INTEGER });
    const anyTodo = fc
      .tuple(fc.constantFrom(...actionCodes), at, fc.option(sum, { nil: undefined }))
      .map(([action, since, stake]) => todo(action, { since, ...(stake && { stake }) }));
    const entries = fc.record({
      orderId: text,
      reason: text,
      skus: fc.array(text, { maxLength: 30 }),
      numbers: fc.array(text, { maxLength: 30 }),
      goods: fc.record({ sku: text, title: text, quantity: fc.nat(), more: fc.nat() }),
      todos: fc
        .uniqueArray(anyTodo, { maxLength: 12, selector: ({ action }) => action })
        .map((todos) => todos.sort(compareTodos)),
      platform: fc.record({ kind: fc.constant('platform-decision' as const), subject: text, dueAt: at }),
      asked: sum,
      work: fc.record({
        owner: fc.record({ person: text, since: at }),
        offered: fc.record({ at, to: fc.oneof(fc.record({ person: text }), fc.record({ team: text })) }),
        team: fc.constant('t'.repeat(31)),
        notes: fc.nat(),
      }),
    });
    fc.assert(
      fc.property(entries, (fields) => {
        const entry = caseEntry('C1', fields);
        const found = roundTrip(entry) as CaseEntry;
        expect(bytes(entry)).toBeLessThanOrEqual(mostEntryBytes);
        expect(entry.todos).toEqual(expect.arrayContaining([...found.todos]));
        expect(found.todos.length).toBeGreaterThanOrEqual(Math.min(1, entry.todos.length));
        expect(entry.numbers).toEqual(expect.arrayContaining([...found.numbers]));
        expect([entry.orderId || undefined, undefined]).toContain(found.orderId);
        expect(found.platform?.dueAt).toBe(entry.platform?.dueAt);
        expect(found.asked).toBe(entry.asked);
      }),
      runs(300),
    );
  });
});
