import type { CaseLine } from '../opening/facts.ts';
import type { Money } from '../record/money.ts';

/** What lines come to by their prices; undefined where one has none, or they are of several currencies. A guess of what was paid: tax may be missing. */
export function worthOf(all: readonly CaseLine[] = []): Money | undefined {
  // A gift is worth nothing.
  const lines = all.filter(({ gift, unitPrice }) => !gift || unitPrice);
  const [currency, ...others] = new Set(lines.map(({ unitPrice }) => unitPrice?.currency));
  if (!currency || others.length > 0) {
    return undefined;
  }
  return { amount: lines.reduce((sum, line) => sum + priceOf(line), 0), currency };
}

/** Of all its units, in minor units. */
export function priceOf({ unitPrice, quantity }: CaseLine): number {
  return (unitPrice?.amount ?? 0) * quantity;
}

/** What is left of a sum after an earlier one in the same currency. */
export function less(sum: Money, before: Money | undefined): Money {
  const amount = before?.currency === sum.currency ? Math.max(0, sum.amount - before.amount) : sum.amount;
  return { ...sum, amount };
}
