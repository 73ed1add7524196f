import { describe, expect, it } from 'vitest';
import { huntFor, huntTest } from '../../../../functions/serve-board/page/pages/cases/hunt.ts';
import { reportOf } from '../../../../functions/serve-board/page/pages/cases/hunt-report.ts';
import { caseEntry, parcelEntry } from '../../../memory/entries.ts';
import { idsOf, row } from './case-fixtures.ts';

const rows = [
  row('RMA-1001', {
    orderId: 'SO-5001',
    numbers: ['SF1234567890'],
    goods: { sku: 'SHOE-RED-41', title: 'Running shoe, red, 41', quantity: 1, more: 1 },
    skus: ['SOCK-3'],
  }),
  row('RMA-1002', { orderId: 'SO-5001', goods: { sku: 'CAP', title: '纯棉 T恤 白色', quantity: 1, more: 0 } }),
  row('12345678901234567', { numbers: ['YT9876543210'] }),
];

function found(text: string): string[] {
  const fits = huntTest(huntFor(text));
  return idsOf(fits ? rows.filter(fits) : rows);
}

describe('the search box', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '  ', ['RMA-1001', 'RMA-1002', '12345678901234567']],
    ['a case', 'rma-1001', ['RMA-1001']],
    ['a part of a case', '1002', ['RMA-1002']],
    ['an order', 'SO-5001', ['RMA-1001', 'RMA-1002']],
    ['a tracking number as a scanner gives it', ']C1SF1234567890', ['RMA-1001']],
    ['a tracking number in groups', 'SF12 3456 7890', ['RMA-1001']],
    ['a SKU beside the first', 'sock-3', ['RMA-1001']],
    ['words of a title', 'shoe red', ['RMA-1001']],
    ['a whole title with its commas', 'Running shoe, red, 41', ['RMA-1001']],
    ['a Chinese word', '白色', ['RMA-1002']],
    ['less than a number', '41', ['RMA-1001']],
    ['several cases', 'RMA-1001，RMA-1002', ['RMA-1001', 'RMA-1002']],
    ['a column of a sheet', '="12345678901234567"\r\n="RMA-1002"\r\n', ['RMA-1002', '12345678901234567']],
    ['only whole ones of several', 'RMA-100\nRMA-1002', ['RMA-1002']],
  ])('finds %s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('reportOf', () => {
  const places = { rows, parcels: new Set(['JD0000000001']), answered: undefined };
  const closed = caseEntry('RMA-900', { isOpen: false, headline: 'closed' });

  it('tells open, closed, unclaimed and missing apart', () => {
    const answered = [{ term: 'RMA-900', found: [{ entry: closed }] }];
    expect(reportOf(huntFor('RMA-1001\nRMA-900\nJD0000000001\nRMA-9999999'), { ...places, answered })).toEqual({
      open: ['RMA-1001'],
      closed: ['RMA-900'],
      parcels: ['JD0000000001'],
      missing: ['RMA-9999999'],
    });
  });

  it('counts a part of one number as found', () => {
    expect(reportOf(huntFor('5001'), places).open).toEqual(['5001']);
  });

  it('takes an open one among several of a name', () => {
    const answered = [{ term: 'buyer-77', found: [{ entry: closed }, { entry: caseEntry('RMA-2') }] }];
    expect(reportOf(huntFor('buyer-77'), { ...places, answered }).open).toEqual(['buyer-77']);
  });

  it('knows a parcel that only the API knows', () => {
    const answered = [{ term: 'ZT1111', found: [{ entry: parcelEntry('ZT1111') }] }];
    expect(reportOf(huntFor('ZT1111'), { ...places, answered }).parcels).toEqual(['ZT1111']);
  });

  it('does not take groups of one number for numbers that are missing', () => {
    expect(reportOf(huntFor('SF12 3456 7890'), places)).toEqual({
      open: ['SF1234567890'],
      closed: [],
      parcels: [],
      missing: [],
    });
  });

  it('does not take two short numbers for one that is missing', () => {
    expect(reportOf(huntFor('A-001\nA-002'), places).missing).toEqual(['A-001', 'A-002']);
  });

  it('says nothing of words', () => {
    expect(reportOf(huntFor('red shoe'), places)).toEqual({ open: [], closed: [], parcels: [], missing: [] });
  });
});
