import { describe, expect, it } from 'vitest';
import { sortRows } from '../../../../functions/serve-board/page/pages/cases/sort-rows.ts';
import { hours } from '../../../memory/entries.ts';
import { idsOf, row } from './case-fixtures.ts';

describe('sortRows', () => {
  const rows = [
    row('B', { asked: 500, openedAt: hours(-1), platform: { kind: 'refund', dueAt: hours(3) }, headline: 'closed' }),
    row('C', { openedAt: hours(-3), headline: 'requested', kind: 'return' }),
    row('A', {
      asked: 10_000,
      openedAt: hours(-2),
      platform: { kind: 'refund' },
      headline: 'received',
      kind: 'refund-only',
    }),
  ];

  it.each<[Parameters<typeof sortRows>[1], string[]]>([
    [{ by: 'case', isDown: false }, ['A', 'B', 'C']],
    [{ by: 'case', isDown: true }, ['C', 'B', 'A']],
    [{ by: 'opened', isDown: true }, ['B', 'A', 'C']],
    [{ by: 'state', isDown: false }, ['C', 'A', 'B']],
    [{ by: 'kind', isDown: false }, ['A', 'C', 'B']],
    [{ by: 'asked', isDown: false }, ['B', 'A', 'C']],
  ])('sorts by %j', (sort, expected) => {
    expect(idsOf(sortRows(rows, sort))).toEqual(expected);
  });

  it.each([true, false])('has what there is no value of stand last, also the other way round (%s)', (isDown) => {
    expect(idsOf(sortRows(rows, { by: 'asked', isDown })).at(-1)).toBe('C');
    expect(idsOf(sortRows(rows, { by: 'platform', isDown }))).toEqual(['B', 'A', 'C']);
  });

  it('compares sums in their own units, whatever the currency', () => {
    const sums = [row('yen', { asked: 900, currency: 'JPY' }), row('yuan', { asked: 1000, currency: 'CNY' })];
    expect(idsOf(sortRows(sums, { by: 'asked', isDown: false }))).toEqual(['yuan', 'yen']);
  });
});
