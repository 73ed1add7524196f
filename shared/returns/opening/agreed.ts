import type { CaseFact } from '../case/facts.ts';
import type { Instant } from '../record/instant.ts';
import type { Money } from '../record/money.ts';
import { factsNamed, type Statement } from '../record/statement.ts';

/** Since when the store says that less is to be paid than it said before: more is no agreement with the buyer. Undefined while it has kept to its first word. */
export function refundLoweredAt(statements: readonly Statement<CaseFact>[]): Instant | undefined {
  let standing: Money | undefined;
  let loweredAt: Instant | undefined;
  for (const { fact, at } of factsNamed(statements, 'details')) {
    const { refund } = fact.details;
    const isLess = refund && standing?.currency === refund.currency && refund.amount < standing.amount;
    loweredAt = isLess ? at : loweredAt;
    standing = refund ?? standing;
  }
  return loweredAt;
}
