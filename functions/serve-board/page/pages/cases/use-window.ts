import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So many rows at once begin or end to be there: fewer would be drawn too often, more take longer each time. */
const step = 8;
/** Beyond what is seen, on either side. */
const margin = 16;

export interface Window {
  readonly scrolled: RefObject<HTMLDivElement | null>;
  /** The first row that is there, and the first after it that is not. */
  readonly first: number;
  readonly end: number;
}

/**
 * Which of many rows, all of one height, are there: those that are seen where somebody has scrolled to, and some around them.
 *
 * @param order - What the rows are and how they are sorted: with another one, the list is at its top again.
 */
export function useWindow(count: number, rowHeight: number, order: unknown): Window {
  const scrolled = useRef<HTMLDivElement>(null);
  const [{ from, to }, setSeen] = useState({ from: 0, to: 4 * step });
  const look = useCallback(() => {
    const box = scrolled.current;
    if (box) {
      const from = Math.floor(box.scrollTop / rowHeight / step) * step;
      const to = Math.ceil((box.scrollTop + box.clientHeight) / rowHeight / step) * step;
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    }
  }, [rowHeight]);
  useEffect(() => {
    const box = scrolled.current;
    const resized = new ResizeObserver(look);
    box?.addEventListener('scroll', look, { passive: true });
    if (box) {
      resized.observe(box);
    }
    return () => {
      box?.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [look]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another list, whatever it holds.
  useLayoutEffect(() => {
    scrolled.current?.scrollTo({ top: 0 });
    look();
  }, [order, look]);
  const first = Math.max(0, Math.min(from, count) - margin);
  return { scrolled, first, end: Math.min(count, to + margin) };
}
