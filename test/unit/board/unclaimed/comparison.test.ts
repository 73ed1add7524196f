import { describe, expect, it } from 'vitest';
import { candidatesFor } from '#shared/returns/attention/candidates.ts';
import type { CaseEntry, ParcelEntry } from '#shared/returns/attention/entry.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { compareWith } from '../../../../functions/serve-board/page/pages/unclaimed/comparison.ts';
import { allFor } from '../../../../functions/serve-board/page/pages/unclaimed/give-units.ts';
import { nearestNumber, numberDiff } from '../../../../functions/serve-board/page/pages/unclaimed/number-diff.ts';

const now = '2026-03-10T09:00:00.000Z' as Instant;
const days = (count: number): Instant => addMillis(now, count * 24 * 3_600_000);
const any = { version: 1, writtenAt: now, isOpen: true, todos: [], work: { notes: 0 } } as const;
const parcel: ParcelEntry = {
  ...any,
  record: 'parcel',
  number: 'SF1234567890',
  since: now,
  goods: [{ sku: 'CAP', quantity: 1 }],
};

function caseOf(more: Partial<CaseEntry> = {}): CaseEntry {
  return {
    ...any,
    record: 'case',
    key: 'doudian:1:A',
    source: 'doudian',
    shop: '1',
    caseId: 'A',
    headline: 'on-its-way',
    kind: 'return',
    goods: { sku: 'CAP', quantity: 1, more: 0 },
    skus: [],
    numbers: ['SF1234567890'],
    openedAt: days(-3),
    ...more,
  };
}

function compared(more: Partial<CaseEntry> = {}, of: ParcelEntry = parcel) {
  const entry = caseOf(more);
  return compareWith(of, candidatesFor(of, [entry])[0] ?? { entry, reasons: [] });
}

describe('numberDiff', () => {
  const marked = (parcelNumber: string, own: string) => {
    const { parcel: one, case: other } = numberDiff(parcelNumber, own);
    return [one, other].map((pieces) => pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''));
  };

  it.each([
    ['one digit another', 'SF123', 'SF193', ['SF1[2]3', 'SF1[9]3']],
    ['one missing', 'SF1234', 'SF124', ['SF12[3]4', 'SF124']],
    ['one too many', 'SF124', 'SF1234', ['SF124', 'SF12[3]4']],
    ['two that changed places', 'SF1234', 'SF1324', ['SF1[23]4', 'SF1[32]4']],
    ['one of a run missing', 'SF1114', 'SF114', ['SF11[1]4', 'SF114']],
    ['nothing', 'SF1', 'SF1', ['SF1', 'SF1']],
    ['all of it', 'AB', 'CD', ['[AB]', '[CD]']],
  ])('marks %s', (_, one, other, expected) => {
    expect(marked(one, other)).toEqual(expected);
  });
});

describe('nearestNumber', () => {
  it('is the one that has most in common', () => {
    expect(nearestNumber('SF1234', ['YT9', 'SF1235', 'SF1'])).toBe('SF1235');
    expect(nearestNumber('SF1234', [])).toBeUndefined();
  });
});

describe('compareWith', () => {
  it('finds that all fits', () => {
    expect(compared()).toMatchObject({
      number: { fit: 'fits', own: 'SF1234567890', isNamed: true },
      goods: { fit: 'fits', isMoreExpected: false },
      time: { fit: 'fits', days: 3 },
      state: { fit: 'unknown' },
    });
  });

  it('marks where a number is nearly the same, and not where it is quite another', () => {
    expect(compared({ numbers: ['SF1234567899'] }).number).toMatchObject({ fit: 'differs', isNamed: false, diff: {} });
    expect(compared({ numbers: ['YT0000000000'] }).number).not.toHaveProperty('diff');
    expect(compared({ numbers: [] }).number).toEqual({ fit: 'unknown', isNamed: false });
  });

  it('says of each SKU whether the case expects it, and as many', () => {
    const two = { ...parcel, goods: [...parcel.goods, { sku: 'SHOE', quantity: 1 }] };

    expect(compared({ goods: { sku: 'CAP', quantity: 2, more: 1 }, skus: ['BAG'] }, two).goods).toEqual({
      fit: 'differs',
      isMoreExpected: true,
      came: [
        { sku: 'CAP', quantity: 1, expected: 2, fit: 'differs' },
        { sku: 'SHOE', quantity: 1, fit: 'differs' },
      ],
    });
    expect(compared({}, { ...parcel, goods: [] }).goods.fit).toBe('unknown');
  });

  it('says when the request came after the parcel', () => {
    expect(compared({ openedAt: days(1) }).time).toMatchObject({ fit: 'differs', days: -1 });
  });

  it.each<[string, Partial<CaseEntry>]>([
    ['is over', { headline: 'withdrawn' }],
    ['wants only money', { kind: 'refund-only' }],
  ])('warns of a case that %s', (_, more) => {
    expect(compared(more).state.fit).toBe('differs');
  });
});

describe('allFor', () => {
  it('gives all that came', () => {
    expect(allFor('a:b:c', parcel)).toEqual({
      'a:b:c': {
        CAP: {
          received: 1,
          inspected: { passed: 0, 'passed-with-deduction': 0, failed: 0 },
          stockedIn: { sellable: 0, defective: 0 },
        },
      },
    });
  });
});
