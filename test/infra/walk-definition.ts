import type { State } from '../../infra/state-machines/deadline-timer-definition.ts';

export interface Walk {
  readonly entered: readonly string[];
  /** States entered and the start: what Step Functions bills. */
  readonly transitions: number;
}

/** Walks a definition as Step Functions does, with a look that finds the deadline open, or not, and no clock. */
export function walkDefinition(
  { StartAt, States }: { StartAt: string; States: Record<string, State> },
  { isOpen }: { readonly isOpen: boolean },
): Walk {
  const entered: string[] = [];
  let at: string | undefined = StartAt;
  while (at && entered.length < 100) {
    const state: State | undefined = States[at];
    if (!state) {
      throw new Error(`there is no state ${at}`);
    }
    entered.push(at);
    const isLook = String(state.Resource).endsWith(':dynamodb:getItem');
    at = isLook && !isOpen ? (state.Catch as { Next: string }[])[0]?.Next : state.Next;
  }
  return { entered, transitions: 1 + entered.length };
}
