import type { GoodsFact } from './facts.ts';
import type { Liability } from './liability.ts';

/** Units of one SKU within a case: `stockedIn ≤ inspected ≤ received ≤ expected + over + unexpected`. */
export interface CaseGoods {
  readonly sku: string;
  readonly expected: number;
  readonly received: number;
  /** Received beyond what the case expects of a SKU that it names. */
  readonly over: number;
  /** Expected and not come, once everything that was sent has come and was counted. */
  readonly short: number;
  /** Received of a SKU that the case does not name. */
  readonly unexpected: number;
  readonly inspected: { readonly passed: number; readonly 'passed-with-deduction': number; readonly failed: number };
  readonly stockedIn: { readonly sellable: number; readonly defective: number };
}

export type Quality = 'none' | 'waiting' | 'in-check' | 'passed' | 'passed-with-deduction' | 'failed';

/** What a case's record says of its goods. */
export interface GoodsPart {
  /** What a warehouse reported by case, without a tracking number. */
  readonly directGoods: readonly GoodsFact[];
  readonly goods: readonly CaseGoods[];
  readonly quality: Quality;
  /** Whose fault it is, by what checks found; only a proposal. */
  readonly liability?: Liability;
}
