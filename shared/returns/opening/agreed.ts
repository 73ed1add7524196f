import type { CaseFact } from '../case/facts.ts';
import type { Instant } from '../record/instant.ts';
import { factsNamed, type Statement } from '../record/statement.ts';

/** Since when the store says that another sum is to be paid than it said before; undefined while it has kept to its first word. */
export function refundChangedAt(statements: readonly Statement<CaseFact>[]): Instant | undefined {
  let standing: string | undefined;
  let changedAt: Instant | undefined;
  for (const { fact, at } of factsNamed(statements, 'details')) {
    const { refund } = fact.details;
    const stated = refund && `${refund.currency} ${refund.amount}`;
    changedAt = stated && standing && stated !== standing ? at : changedAt;
    standing = stated ?? standing;
  }
  return changedAt;
}
