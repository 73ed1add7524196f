import { setTimeout as sleep } from 'node:timers/promises';
import type { Difference } from './difference.ts';

export interface Agreeing {
  readonly compare: () => Promise<readonly Difference[]>;
  /** When all agree, what was held back may still be on its way: they must agree again after so long. */
  readonly heldBackMs: number;
  readonly patienceMs: number;
  readonly everyMs: number;
  readonly onWaiting: (left: readonly Difference[]) => void;
}

/** Compares until all agree twice, and what is held back has come between. @returns what is left when patience ends. */
export async function waitForAgreement(agreeing: Agreeing): Promise<readonly Difference[]> {
  const { compare, heldBackMs, patienceMs, everyMs, onWaiting } = agreeing;
  const giveUpAt = Date.now() + patienceMs;
  for (let hasAgreed = false; ; ) {
    const differences = await compare();
    const agrees = differences.length === 0;
    if ((agrees && hasAgreed) || (!agrees && Date.now() > giveUpAt)) {
      return differences;
    }
    hasAgreed = agrees;
    onWaiting(differences);
    await sleep(agrees ? heldBackMs : everyMs);
  }
}
