import { useCallback, useState } from 'react';
import { type HeldOrder, noOrder, orderAfter, waitingIn } from './order-hold.ts';

interface Listed {
  readonly list: string;
  readonly ids: readonly string[];
  readonly isHeld: boolean;
}

export interface ShownOrder {
  readonly ids: readonly string[];
  /** How many rows came, went or moved, and are not shown so yet. */
  readonly waiting: number;
  readonly apply: () => void;
}

/** The order that is shown: the fresh one, unless the list is held. */
export function useHeldOrder(listed: Listed): ShownOrder {
  const [order, setOrder] = useState<HeldOrder>(noOrder);
  const next = isKnown(order, listed) ? order : orderAfter(order, { event: 'listed', ...listed });
  if (next !== order) {
    setOrder(next);
  }
  const apply = useCallback(() => setOrder((before) => orderAfter(before, { event: 'asked-for' })), []);
  return { ids: next.shown, waiting: waitingIn(next), apply };
}

/** Nothing happened that would change what is shown. */
function isKnown({ fresh, shown, list }: HeldOrder, listed: Listed): boolean {
  return list === listed.list && fresh === listed.ids && (listed.isHeld || shown === fresh);
}
