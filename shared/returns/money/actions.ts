import type { CaseFact } from '../case/facts.ts';
import { compare, factsNamed, type Statement } from '../record/statement.ts';
import type { MoneyKind } from './facts.ts';
import type { MoneyAction } from './part.ts';

/** Money actions by their own id, the earliest first: of two statements on one id the later counts, a success before a failure. */
export function actionsOf(statements: readonly Statement<CaseFact>[]): MoneyAction[] {
  const refunds = factsNamed(statements, 'refund').sort(
    (a, b) => Number(a.fact.outcome === 'done') - Number(b.fact.outcome === 'done'),
  );
  const failures = new Map(
    refunds
      .filter(({ fact }) => fact.outcome === 'failed')
      .map(({ fact, at }) => [fact.refundId, { failedAt: at, ...(fact.reason && { failure: fact.reason }) }]),
  );
  const byId = new Map(
    refunds.map(({ fact, at }): [string, MoneyAction] => {
      const { refundId, kind, amount, by } = fact;
      return [refundId, { refundId, kind, amount, by, at, status: statusOf(fact), ...failures.get(refundId) }];
    }),
  );
  return [...byId.values()].sort((a, b) => compare(a.at, b.at) || compare(a.refundId, b.refundId));
}

function statusOf(fact: { readonly outcome: 'done' | 'failed'; readonly by: string }): MoneyAction['status'] {
  if (fact.outcome === 'failed') {
    return 'failed';
  }
  return fact.by === 'platform' ? 'done-by-platform' : 'done';
}

/** What went out of some kinds. A payment of 0 pays nothing. */
export function paidOf(actions: readonly MoneyAction[], ...kinds: readonly MoneyKind[]): MoneyAction[] {
  return actions.filter(({ kind, status, amount }) => kinds.includes(kind) && status !== 'failed' && amount.amount > 0);
}

/** In minor units. */
export function totalOf(actions: readonly MoneyAction[], currency: string): number {
  return actions.reduce((sum, { amount }) => sum + (amount.currency === currency ? amount.amount : 0), 0);
}
