import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Unread } from '../source.ts';
import { numberOf } from './global-id.ts';
import { type Moved, moneyMoved } from './money-moved.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';

type Refund = NonNullable<ReturnState['refunds']>['nodes'][number];

/** The return's refunds: a webhook tells of each once, when some of its money may still be on its way. */
export function refundFacts({ refunds }: ReturnState, { at, version }: Pick<Reading, 'at' | 'version'>): CaseFact[] {
  return (refunds?.nodes ?? []).flatMap((refund): CaseFact[] => {
    const refundId = numberOf(refund.id, 'Refund');
    const { money } = movedOf(refund);
    return refundId === undefined || !money
      ? []
      : [refundOf({ refundId, ...money, at: refund.createdAt ?? at }, { version })];
  });
}

/** A refund as a fact. */
export function refundOf(
  refund: Pick<Extract<CaseFact, { readonly fact: 'refund' }>, 'refundId' | 'amount' | 'outcome' | 'at'>,
  more: { readonly version?: number } = {},
): CaseFact {
  return { fact: 'refund', kind: 'goods-refund', by: 'merchant', ...refund, ...more };
}

/** Refunds whose sum is not settled. */
export function unsettledRefunds({ refunds }: ReturnState): Unread[] {
  return (refunds?.nodes ?? []).flatMap((refund, index): Unread[] => {
    const { fault } = movedOf(refund);
    return fault ? [{ path: `content.refunds.nodes.${index}.transactions`, expected: fault }] : [];
  });
}

/** True where money is on its way: nothing tells when it has come, so the return is read again. */
export function isMoneyOnItsWay({ refunds }: ReturnState): boolean {
  return (refunds?.nodes ?? []).some((refund) => movedOf(refund).isPending);
}

function movedOf({ transactions: { pageInfo, nodes } }: Refund): Moved {
  const moved = moneyMoved(
    nodes.map(({ kind, status, amountSet: { presentmentMoney: money } }) => ({
      kind,
      status,
      amount: money.amount,
      currency: money.currencyCode,
    })),
  );
  return pageInfo?.hasNextPage ? { ...moved, fault: 'are more than one page' } : moved;
}
