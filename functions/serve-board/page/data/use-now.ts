import { useSyncExternalStore } from 'react';
import type { Instant } from '#shared/returns/record/instant.ts';

/** Clocks are shown to the minute. */
const everyMs = 15_000;
const listeners = new Set<() => void>();
let now = new Date().toISOString() as Instant;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = new Date().toISOString() as Instant;
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, everyMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The time, told anew every few seconds to all that show one. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, () => now);
}
