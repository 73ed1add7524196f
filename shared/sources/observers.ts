import { allObservers } from './all-observers.ts';
import type { Observer } from './source.ts';

/** The understanding half of every source. */
export const observers: readonly Observer[] = Object.values(allObservers);

const bySource = new Map(observers.map((each) => [each.source, each]));

export function observerOf(source: string): Observer | undefined {
  return bySource.get(source);
}
