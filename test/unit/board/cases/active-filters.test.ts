import { describe, expect, it } from 'vitest';
import { activeFilters } from '../../../../functions/serve-board/page/pages/cases/active-filters.ts';
import { noWish } from '../../../../functions/serve-board/page/pages/cases/wish.ts';

describe('activeFilters', () => {
  it('counts none where nothing is left out, whatever the order', () => {
    expect(activeFilters({ ...noWish, text: ' ', sort: { by: 'case', isDown: false } })).toBe(0);
  });

  it('counts a span of sums once, and a sum of nought', () => {
    expect(activeFilters({ ...noWish, from: 0, to: 10, tab: 'received', flags: ['red', 'none'] })).toBe(3);
  });
});
