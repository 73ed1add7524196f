import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So many rows at once begin or end to be there: fewer would be drawn too often, more take longer each time. */
const step = 8;
/** Beyond what is seen, on either side. */
const margin = 8;

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
  // Kept here, since to ask the browser makes it lay out the whole list at once.
  const place = useRef({ top: 0, height: 0 });
  const [{ from, to }, setSeen] = useState({ from: 0, to: 2 * step });
  useEffect(() => {
    const box = scrolled.current;
    const look = () => {
      const { top, height } = place.current;
      const from = Math.floor(top / rowHeight / step) * step;
      const to = Math.ceil((top + height) / rowHeight / step) * step;
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    const onScroll = () => {
      place.current.top = box?.scrollTop ?? 0;
      look();
    };
    const resized = new ResizeObserver(([entry]) => {
      place.current.height = entry?.contentRect.height ?? 0;
      look();
    });
    box?.addEventListener('scroll', onScroll, { passive: true });
    if (box) {
      resized.observe(box);
    }
    return () => {
      box?.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [rowHeight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another list, whatever it holds.
  useLayoutEffect(() => {
    if (place.current.top > 0) {
      scrolled.current?.scrollTo({ top: 0 });
    }
  }, [order]);
  const first = Math.max(0, Math.min(from, count) - margin);
  return { scrolled, first, end: Math.min(count, to + margin) };
}
