import type { Wish } from './wish.ts';

/** How many parts of a wish leave something out. */
export function activeFilters(wish: Wish): number {
  const { tab, text, shops, kinds, reasons, owner, flags, from, to, waitsOn, time } = wish;
  const lists = [shops, kinds, reasons, flags, waitsOn].filter((list) => list.length > 0).length;
  const others = [tab !== 'all', text.trim() !== '', owner !== 'anyone', from !== undefined || to !== undefined, time];
  return lists + others.filter(Boolean).length;
}
