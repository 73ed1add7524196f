import { useSyncExternalStore } from 'react';

const storedAs = 'mute';
const listeners = new Set<() => void>();

/** Whether this browser is to sound; also as another of its tabs chose. */
export function useMute(): readonly [isMuted: boolean, toggle: () => void] {
  return [useSyncExternalStore(subscribe, isMuted), toggle];
}

export function isMuted(): boolean {
  return localStorage.getItem(storedAs) === 'yes';
}

function toggle(): void {
  localStorage.setItem(storedAs, isMuted() ? 'no' : 'yes');
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
