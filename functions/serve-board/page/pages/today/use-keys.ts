import { useEffect, useRef } from 'react';
import { type KeyAct, keyActOf } from './keys.ts';

/** Does what keys ask for, wherever the focus is, but for where somebody writes. @param isOff - A dialog has the keys. */
export function useKeys(act: (key: KeyAct) => void, isOff: boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (isOff) {
      return;
    }
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const key = keyActOf({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isComposing: event.isComposing,
        inside: target?.tagName ?? '',
        isEditable: target?.isContentEditable ?? false,
      });
      if (key) {
        event.preventDefault();
        latest.current(key);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOff]);
}
