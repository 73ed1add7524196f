import { useCallback, useEffect, useState } from 'react';
import { buttonIdOf } from './row-cells.tsx';
import type { InAddress } from './use-asked.ts';

export interface Chosen {
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}

/** The row that keys work on: the one whose drawer is open, else the one that they chose, which has the focus. */
export function useChosen(open: string | undefined, change: (changes: Partial<InAddress>) => void): Chosen {
  const [byKeys, setByKeys] = useState<{ readonly id: string }>();
  const isOpen = open !== undefined;
  const choose = useCallback(
    (id: string) => {
      setByKeys({ id });
      if (isOpen) {
        change({ open: id });
      }
    },
    [isOpen, change],
  );
  useEffect(() => {
    // An object each time, so that the same row is gone to again.
    const button = byKeys && document.getElementById(buttonIdOf(byKeys.id));
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  }, [byKeys]);
  return { chosen: open ?? byKeys?.id, choose };
}
