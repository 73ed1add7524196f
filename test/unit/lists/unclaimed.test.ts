import { describe, expect, it } from 'vitest';
import { unclaimedParcel, unclaimedParcels } from '#shared/lists/unclaimed.ts';
import { candidatesFor, equallyLikely } from '#shared/returns/attention/candidates.ts';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { isNearlySame } from '#shared/returns/attention/nearly-same.ts';
import { caseEntry, hours, parcelEntry } from '../../memory/entries.ts';

const parcel = parcelEntry('SF1234567890', { since: hours(0), goods: [{ sku: 'S1', quantity: 1 }] });
const late = { openedAt: hours(-24 * 60) };
const goods = (sku: string, skus: string[] = []): Partial<CaseEntry> => ({
  goods: { sku, quantity: 1, more: skus.length },
  skus,
});
const ranked = (entries: readonly CaseEntry[], withPhone: string[] = []) =>
  candidatesFor(parcel, entries, new Set(withPhone.map((caseId) => `test:a:${caseId}`))).map(({ entry, reasons }) => [
    entry.caseId,
    ...reasons,
  ]);

describe('candidatesFor', () => {
  it('ranks by number, nearly the same number, SKUs, some SKUs, and last the phone; a fitting time goes first among equals', () => {
    const two = { ...parcel, goods: [...parcel.goods, { sku: 'S2', quantity: 1 }] };
    const entries = [
      caseEntry('only-in-time'),
      caseEntry('phone', late),
      caseEntry('some-skus', { ...late, ...goods('S1') }),
      caseEntry('skus', { ...late, ...goods('S1', ['S2', 'S3']) }),
      caseEntry('skus-in-time', goods('S2', ['S1'])),
      caseEntry('similar', { ...late, numbers: ['SF1234567809'] }),
      caseEntry('number', { ...late, numbers: ['SF-1234567890'] }),
    ];
    const candidates = candidatesFor(two, entries, new Set(['test:a:phone']));
    expect(candidates.map(({ entry, reasons }) => [entry.caseId, ...reasons])).toEqual([
      ['number', 'number'],
      ['similar', 'similar-number'],
      ['skus-in-time', 'skus', 'dates'],
      ['skus', 'skus'],
      ['some-skus', 'some-skus'],
      ['phone', 'phone'],
    ]);
  });

  it('puts the nearer request first of two that say the same', () => {
    const far = caseEntry('far', { ...goods('S1'), openedAt: hours(-200) });
    const near = caseEntry('near', { ...goods('S1'), openedAt: hours(-20) });
    expect(ranked([far, near]).map(([caseId]) => caseId)).toEqual(['near', 'far']);
  });

  it.each([
    ['was asked for after it came', { openedAt: hours(1) }],
    ['was closed before it came', { openedAt: hours(-9), closedAt: hours(-1) }],
    ['was asked for long before', late],
  ])('has no fitting time of a case that %s', (_what, fields) => {
    expect(ranked([caseEntry('C1', { ...goods('S1'), ...fields })])).toEqual([['C1', 'skus']]);
  });
});

describe('candidatesFor a case that has its goods', () => {
  it.each(['received', 'checked', 'stocked-in'] as const)('puts one that is %s below what says less', (headline) => {
    const there = caseEntry('there', { ...goods('S1'), numbers: ['SF1234567809'], headline });
    const waiting = caseEntry('waiting', { ...goods('S1'), ...late, headline: 'on-its-way' });
    expect(ranked([there, waiting]).map(([caseId]) => caseId)).toEqual(['waiting', 'there']);
  });

  it('leaves one first that names the very number', () => {
    const there = caseEntry('there', { numbers: ['SF1234567890'], headline: 'received' });
    expect(ranked([caseEntry('waiting', goods('S1')), there]).map(([caseId]) => caseId)).toEqual(['there', 'waiting']);
  });
});

describe('equallyLikely', () => {
  const countOf = (entries: readonly CaseEntry[]) => equallyLikely(candidatesFor(parcel, entries));

  it('counts the first that say the same, and none that has its goods', () => {
    const same = ['a', 'b', 'c'].map((caseId) => caseEntry(caseId, goods('S1')));
    const others = [
      caseEntry('d', { ...goods('S1'), ...late }),
      caseEntry('e', { ...goods('S1'), headline: 'checked' }),
    ];
    expect(countOf([...same, ...others])).toBe(3);
  });

  it('is one where one says most, and none of none', () => {
    const similar = caseEntry('a', { numbers: ['SF1234567809'] });
    expect([countOf([similar, caseEntry('b', goods('S1'))]), countOf([])]).toEqual([1, 0]);
  });
});

describe('isNearlySame', () => {
  it.each([
    ['SF1234567890', 'SF1234567899', true],
    ['SF1234567890', 'SF1234567809', true],
    ['SF1234567890', 'SF123456789', true],
    ['SF1234567890', 'SF12345678901', true],
    ['SF1234567890', 'F1234567890', true],
    ['SF1234567890', 'SF1234567890', false],
    ['SF1234567890', 'SF1234567888', false],
    ['SF1234567890', 'SF1234560987', false],
    ['1234', '1235', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect([isNearlySame(a, b), isNearlySame(b, a)]).toEqual([expected, expected]);
  });
});

describe('unclaimedParcel', () => {
  const asked: string[][] = [];
  const phones = {
    casesWithTail: async (tail: string, keys: readonly string[]) => {
      asked.push([tail, ...keys]);
      return new Set(tail === '4321' ? ['test:a:C2'] : []);
    },
  };
  const entries = [
    parcel,
    parcelEntry('OLDER', { since: hours(-50) }),
    parcelEntry('DONE', { isOpen: false }),
    caseEntry('C1', goods('S1')),
    caseEntry('C2', { headline: 'approved' }),
    caseEntry('C3', { headline: 'requested' }),
  ];

  it('lists what is not done, the longest waiting first', () => {
    expect(unclaimedParcels(entries).map(({ number }) => number)).toEqual(['OLDER', 'SF1234567890']);
  });

  it('knows nothing of a parcel that no list holds, or that is done', async () => {
    expect(await unclaimedParcel('NONE', { entries, phones })).toBeUndefined();
    expect(await unclaimedParcel('DONE', { entries, phones })).toBeUndefined();
  });

  it('asks for phones only where somebody read the end of one on the parcel, and only of cases that may be meant', async () => {
    const plain = await unclaimedParcel('SF1234567890', { entries, phones });
    expect([plain?.candidates.map(({ entry }) => entry.caseId), asked]).toEqual([['C1'], []]);

    const found = await unclaimedParcel('SF1234567890', { entries, phones }, '138****4321');
    expect(found?.candidates.map(({ entry, reasons }) => [entry.caseId, ...reasons])).toEqual([
      ['C1', 'skus', 'dates'],
      ['C2', 'dates', 'phone'],
    ]);
    expect(asked).toEqual([['4321', 'test:a:C1', 'test:a:C2']]);
  });
});
