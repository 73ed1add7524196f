import type { CaseFact } from '../case/facts.ts';
import type { Instant } from '../record/instant.ts';
import type { Money } from '../record/money.ts';
import { factsNamed, type Statement } from '../record/statement.ts';

/**
 * Since when the store says that less is to be paid than it said before. More, or a sum in another currency, is no agreement with the buyer, and takes back what was agreed; the same
 * sum said again changes nothing.
 */
export function refundLoweredAt(statements: readonly Statement<CaseFact>[]): Instant | undefined {
  let standing: Money | undefined;
  let loweredAt: Instant | undefined;
  for (const { fact, at } of factsNamed(statements, 'details')) {
    const { refund } = fact.details;
    if (refund && !isSame(refund, standing)) {
      const isLess = standing?.currency === refund.currency && refund.amount < standing.amount;
      loweredAt = isLess ? at : undefined;
      standing = refund;
    }
  }
  return loweredAt;
}

function isSame({ amount, currency }: Money, other: Money | undefined): boolean {
  return other?.amount === amount && other.currency === currency;
}
