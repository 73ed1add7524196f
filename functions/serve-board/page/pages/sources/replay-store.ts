import { useSyncExternalStore } from 'react';
import { type Delivery, idOf, type ReplayStanding } from './replay-standing.ts';

/** A replay that somebody asked for, and how it stands. */
export interface Replay {
  readonly before: Delivery;
  readonly now?: Delivery;
  readonly standing: ReplayStanding | 'failed';
  readonly error?: unknown;
}

/** Outlives the page of the sources: who comes back to it sees what came of what they replayed; gone with the document, since a reason may hold what somebody sent. */
let replays: readonly Replay[] = [];
const listeners = new Set<() => void>();

/** The latest first, one of each message. */
export function showReplay(next: Replay): void {
  replays = [next, ...replays.filter(({ before }) => idOf(before) !== idOf(next.before))];
  for (const listener of listeners) {
    listener();
  }
}

export function useReplays(): readonly Replay[] {
  return useSyncExternalStore(subscribe, () => replays);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
