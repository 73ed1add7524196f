import { describe, expect, it } from 'vitest';
import type { NameLookup } from '#shared/lists/ports.ts';
import { mostFound, search } from '#shared/lists/search.ts';
import { mostTerms, searchTerms } from '#shared/lists/search-terms.ts';
import type { CaseEntry, Entry } from '#shared/returns/attention/entry.ts';
import { caseEntry, parcelEntry } from '../../memory/entries.ts';

const done = (caseId: string, fields: Partial<CaseEntry> = {}) => caseEntry(caseId, { isOpen: false, ...fields });

/** Names in the table, by `kind value`, and the records that they are of. */
function lookupOf(names: Readonly<Record<string, readonly string[]>>, records: readonly CaseEntry[] = []) {
  const asked: string[] = [];
  const find = async (name: string) => {
    asked.push(name);
    return names[name] ?? [];
  };
  const lookup: NameLookup = {
    casesNamed: async ({ kind, value }) => await find(`${kind} ${value}`),
    casesOfOrder: async ({ source, shop, orderId }) => await find(`order ${source}:${shop}:${orderId}`),
    casesOfParcel: async (number) => await find(`parcel ${number}`),
    readCase: async (key) => records.find((each) => each.key === key),
  };
  return { lookup, asked };
}

const shelves = ['test:a'];
const none = lookupOf({}).lookup;
async function found(text: string, entries: readonly Entry[], lookup: NameLookup = none, seen: string[] = shelves) {
  const { terms } = await search(text, { entries, shelves: seen, lookup });
  return terms.map(({ term, found: each }) => [
    term,
    each.map(({ entry, by }) => `${by} ${entry.record === 'case' ? entry.caseId : entry.number}`),
  ]);
}

describe('search', () => {
  const entries = [
    caseEntry('RMA-1', { orderId: 'SO-1', numbers: ['SF1234567890'] }),
    caseEntry('RMA-2', { orderId: 'SO-1', goods: { sku: 'SHOE-41', quantity: 1, more: 1 }, skus: ['SOCK-3'] }),
    parcelEntry('YT9876543210', { goods: [{ sku: 'CAP-BLUE', quantity: 1 }] }),
  ];

  it.each<[string, string, string[]]>([
    ['a case', 'RMA-1', ['case RMA-1']],
    ['a case by its whole key', 'test:a:RMA-1', ['case RMA-1']],
    ['a case in small letters', 'rma-1', ['case RMA-1']],
    ['an order', 'SO-1', ['order RMA-1', 'order RMA-2']],
    ['a tracking number', 'SF1234567890', ['tracking-number RMA-1']],
    ['a tracking number in full-width letters', 'ＳＦ１２３４５６７８９０', ['tracking-number RMA-1']],
    ['a tracking number with what its scanner puts before it', ']C1SF1234567890', ['tracking-number RMA-1']],
    ['a tracking number in groups', 'SF12 3456 7890', ['tracking-number RMA-1']],
    ['the tail of a tracking number', '7890', ['tail RMA-1']],
    ['an unclaimed parcel', 'YT9876543210', ['tracking-number YT9876543210']],
    ['the tail of an unclaimed parcel', '543210', ['tail YT9876543210']],
    ['a SKU', 'shoe-41', ['sku RMA-2']],
    ['a SKU beside the first', 'SOCK-3', ['sku RMA-2']],
    ['a SKU in an unclaimed parcel', 'CAP-BLUE', ['sku YT9876543210']],
    ['nothing', 'RMA-999', []],
  ])('finds %s in memory', async (_what, text, expected) => {
    expect((await found(text, entries)).find(([, each]) => each?.length || expected.length === 0)?.[1]).toEqual(
      expected,
    );
  });

  it.each([
    ['case-id OLD-1', 'OLD-1', 'case'],
    ['reverse-order RO-7777', 'RO-7777', 'other-name'],
    ['wms-order WO-7777', 'WO-7777', 'other-name'],
    ['buyer open-id-42', 'open-id-42', 'buyer'],
    ['order test:a:SO-OLD', 'SO-OLD', 'order'],
    ['parcel JD0001112223', 'JD0001112223', 'tracking-number'],
  ])('finds by %s what no list shows any more', async (name, text, by) => {
    const { lookup } = lookupOf({ [name]: ['test:a:OLD'] }, [done('OLD')]);
    expect(await found(text, entries, lookup)).toEqual([[text, [`${by} OLD`]]]);
  });

  it('finds what is in memory and what is not, each once', async () => {
    const names = { 'order test:a:SO-1': ['test:a:RMA-1', 'test:a:RMA-2', 'test:a:OLD'] };
    const { lookup } = lookupOf(names, [done('OLD')]);
    expect(await found('SO-1', entries, lookup)).toEqual([['SO-1', ['order RMA-1', 'order RMA-2', 'order OLD']]]);
  });

  it('finds nothing of a shop that may not be seen', async () => {
    const { lookup } = lookupOf({ 'case-id OLD-1': ['test:b:OLD-1'] }, [
      done('OLD-1', { key: 'test:b:OLD-1', shop: 'b' }),
    ]);
    expect(await found('OLD-1', [], lookup)).toEqual([['OLD-1', []]]);
    expect(await found('OLD-1', [], lookup, ['test:b'])).toEqual([['OLD-1', ['case OLD-1']]]);
  });

  it('answers each of many pasted numbers, whatever stands between them', async () => {
    const result = await found('SF1234567890，RMA-2\nYT9876543210；NOTHING-1\t SF1234567890', entries);
    expect(result).toEqual([
      ['SF1234567890', ['tracking-number RMA-1']],
      ['RMA-2', ['case RMA-2']],
      ['YT9876543210', ['tracking-number YT9876543210']],
      ['NOTHING-1', []],
    ]);
  });

  it('asks the table only for what the memory does not know, where there are many', async () => {
    const { lookup, asked } = lookupOf({});
    const many = Array.from({ length: 10 }, (_, index) => `OTHER-${index}`);
    await search(['RMA-1', ...many].join(' '), { entries, shelves, lookup });
    expect(asked.filter((name) => name.includes('RMA-1'))).toEqual([]);
    expect(asked.filter((name) => name.includes('OTHER-3')).length).toBeGreaterThan(0);
  });

  it('shows so many of one term, and says that there are more', async () => {
    const many = Array.from({ length: mostFound + 1 }, (_, index) => caseEntry(`M-${index}`, { orderId: 'SO-9' }));
    const { terms } = await search('SO-9', { entries: many, shelves, lookup: none });
    expect(terms).toMatchObject([{ isCut: true }]);
    expect(terms[0]?.found).toHaveLength(mostFound);
  });
});

describe('searchTerms', () => {
  it('takes two hundred, each once, and says how many more there are', () => {
    const pasted = Array.from({ length: 203 }, (_, index) => `RMA-${index}`).join('\n');
    const { terms, more } = searchTerms(`${pasted} RMA-1`);
    expect([terms.length, more]).toEqual([mostTerms, 3]);
  });

  it('leaves out what is too short or too long to be looked for', () => {
    expect(searchTerms(`12 ${'9'.repeat(300)}`)).toEqual({ terms: [], more: 0 });
  });

  it.each([
    ['quotes of a sheet', '"RMA-1001"\t"RMA-1002"'],
    ['texts of a sheet', '="RMA-1001","RMA-1002"'],
    ['apostrophes before a text', "'RMA-1001\r\n'RMA-1002"],
    ['Chinese signs', '“RMA-1001”，RMA-1002；'],
    ['lines within a cell', '"RMA-1001\nRMA-1002"'],
  ])('sees through %s', (_what, pasted) => {
    expect(searchTerms(pasted).terms.map(({ text }) => text)).toEqual(['RMA-1001', 'RMA-1002']);
  });

  it('puts together what was written in groups', () => {
    expect(searchTerms('12 abc')).toEqual({ terms: [{ text: '12abc', numbers: ['12ABC'] }], more: 0 });
  });
});
