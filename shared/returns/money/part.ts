import type { Instant } from '../record/instant.ts';
import type { Money } from '../record/money.ts';
import type { By } from '../record/values.ts';
import type { MoneyKind } from './facts.ts';

export interface MoneyAction {
  readonly refundId: string;
  readonly kind: MoneyKind;
  readonly amount: Money;
  readonly status: 'done' | 'failed' | 'done-by-platform';
  readonly by: By;
  readonly at: Instant;
  /** When a try at it failed, whatever came of it later. */
  readonly failedAt?: Instant;
  readonly failure?: string;
}

/**
 * What was paid out of one kind in one currency, against its cap. `counted + over` is all that was done; `counted ≤ cap`. Minor units. What was paid
 * in another currency than the cap is compared with none.
 */
export interface MoneySum {
  readonly kind: MoneyKind;
  readonly currency: string;
  readonly cap?: number;
  readonly capFrom: 'paid' | 'lines' | 'policy' | 'unknown';
  readonly counted: number;
  readonly over: number;
}

/**
 * What the buyer is owed, and what says so: the store (`asked`), what was paid for the goods, or a guess by the prices of the lines. `amount` is absent where
 * nothing is owed, or nobody knows how much, or it is in no currency that can be compared.
 */
export interface Owed {
  readonly amount?: Money;
  readonly basis: 'asked' | 'paid' | 'lines' | 'nothing' | 'unknown';
}

/** What is owed, and how far it was paid. */
export interface Debt {
  readonly owed: Owed;
  /** What of it went out; where nothing is owed, what went out all the same. */
  readonly paid?: Money;
  /** When that came to enough; where nobody knows how much is owed, any payment for the goods is. */
  readonly enoughAt?: Instant;
  /** What is left of it. */
  readonly outstanding?: Money;
  /** What went out beyond it; where nothing is owed, only if the store itself says so. */
  readonly over?: Money;
}

/** What a case's record says of money. */
export interface MoneyPart {
  readonly money: Debt & {
    readonly actions: readonly MoneyAction[];
    readonly sums: readonly MoneySum[];
    /** Paid for goods that have not come back: money out, goods not back. */
    readonly out?: Money;
    /** Outstanding though the goods are back: goods back, money not out. */
    readonly back?: Money;
  };
}
