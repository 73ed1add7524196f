import { type PointerEvent, useEffect, useMemo, useState } from 'react';

/** So long after the last key a list that is worked by keys is looked at closely. */
const keyHoldMs = 60_000;

export interface Holding {
  /** Somebody points into the list, or works in it by keys. */
  readonly isHeld: boolean;
  /** Of the element around the list. */
  readonly pointed: {
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
  };
  /** A key worked in it. */
  readonly touch: () => void;
}

/** Whether a list may not move now. In a tab that nobody sees it may. */
export function useHolding(): Holding {
  const [isPointed, setPointed] = useState(false);
  const [keyedAt, setKeyedAt] = useState(0);
  const isSeen = useSeen();
  useEffect(() => {
    const timer = keyedAt > 0 ? setTimeout(() => setKeyedAt(0), keyHoldMs) : undefined;
    return () => clearTimeout(timer);
  }, [keyedAt]);
  const on = useMemo(
    () => ({
      pointed: {
        // A finger leaves no pointer behind.
        onPointerEnter: ({ pointerType }: PointerEvent) => setPointed(pointerType !== 'touch'),
        onPointerLeave: () => setPointed(false),
      },
      touch: () => setKeyedAt(Date.now()),
    }),
    [],
  );
  return { isHeld: isSeen && (isPointed || keyedAt > 0), ...on };
}

function useSeen(): boolean {
  const [isSeen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}
