import type { State } from '../../infra/timers/deadline-timer-definition.ts';

export interface Scenario {
  /** How many looks find the deadline open; the one after them does not. */
  readonly openFor: number;
  readonly escalations: number;
}

export interface Walk {
  readonly entered: readonly string[];
  /** States entered and the start: what Step Functions bills. */
  readonly transitions: number;
}

/** Walks a definition as Step Functions does, with looks that find what the scenario says and no clock. */
export function walkDefinition(
  { StartAt, States }: { StartAt: string; States: Record<string, State> },
  scenario: Scenario,
): Walk {
  const entered: string[] = [];
  let looks = 0;
  let count = 0;
  let at: string | undefined = StartAt;
  while (at && entered.length < 1000) {
    const state: State | undefined = States[at];
    if (!state) {
      throw new Error(`there is no state ${at}`);
    }
    entered.push(at);
    looks += isLook(state) ? 1 : 0;
    const isOpen = looks <= scenario.openFor;
    at = nextOf(state, isOpen, count < scenario.escalations);
    count = countAfter(state, count);
  }
  return { entered, transitions: 1 + entered.length };
}

function isLook({ Resource }: State): boolean {
  return String(Resource).endsWith(':dynamodb:getItem');
}

function nextOf(state: State, isOpen: boolean, isEscalationLeft: boolean): string | undefined {
  if (state.Type === 'Choice') {
    const [choice] = state.Choices as { Next: string }[];
    return isEscalationLeft ? choice?.Next : String(state.Default);
  }
  if (isLook(state) && !isOpen) {
    return (state.Catch as { Next: string }[])[0]?.Next;
  }
  return state.Next;
}

function countAfter({ Assign }: State, count: number): number {
  const assigned = (Assign as { count?: unknown } | undefined)?.count;
  if (assigned === undefined) {
    return count;
  }
  return assigned === 0 ? 0 : count + 1;
}
