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

/** What was paid out of one kind, against its cap. `counted + over` is all that was done; `counted ≤ cap`. Minor units. */
export interface MoneySum {
  readonly kind: MoneyKind;
  readonly cap?: number;
  readonly capFrom: 'paid' | 'lines' | 'policy' | 'unknown';
  readonly counted: number;
  readonly over: number;
}

/** What a case's record says of money. */
export interface MoneyPart {
  readonly money: { readonly actions: readonly MoneyAction[]; readonly sums: readonly MoneySum[] };
}
