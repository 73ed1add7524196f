import type { CaseFact } from '#shared/returns/case/facts.ts';
import type { Money } from '#shared/returns/record/money.ts';
import { moneyFromDecimal } from '../minor-units.ts';
import type { Unread } from '../source.ts';
import { numberOf } from './global-id.ts';
import { type Moved, moneyMoved, onItsWay } from './money-moved.ts';
import type { ReturnState } from './read-shape.ts';
import type { Reading } from './reading.ts';

type Refund = NonNullable<ReturnState['refunds']>['nodes'][number];

/**
 * The return's refunds: a webhook tells of each once, when some of its money may still be on its way. One whose sum is not certain is not said: a part of
 * it would take the place of what the webhook told.
 */
export function refundFacts({ refunds }: ReturnState, { at, version }: Pick<Reading, 'at' | 'version'>): CaseFact[] {
  return (refunds?.nodes ?? []).flatMap((refund): CaseFact[] => {
    const refundId = numberOf(refund.id, 'Refund');
    const { money, fault } = movedOf(refund);
    return refundId === undefined || !money || fault
      ? []
      : refundOf({ refundId, ...money, at: refund.createdAt ?? at }, freightOf(refund)).map((each) => ({
          ...each,
          version,
        }));
  });
}

type RefundFact = Extract<CaseFact, { readonly fact: 'refund' }>;

/**
 * A refund as facts: what it pays for goods, and what for sending them.
 *
 * @param freight - What the store says was for sending them, in the currency of the refund or in others.
 */
export function refundOf(
  refund: Pick<RefundFact, 'refundId' | 'amount' | 'outcome' | 'at'>,
  freight: readonly (Money | undefined)[],
): RefundFact[] {
  const { amount: whole, currency } = refund.amount;
  const sum = freight.reduce((total, each) => total + (each?.currency === currency ? each.amount : 0), 0);
  const ofFreight = Math.min(sum, whole);
  const sums = [
    { kind: 'goods-refund', units: whole - ofFreight },
    { kind: 'freight-refund', units: ofFreight },
  ] as const;
  const paid = sums.filter(({ units }) => units > 0);
  return (paid.length > 0 ? paid : sums.slice(0, 1)).map(({ kind, units }, index) => ({
    fact: 'refund',
    by: 'merchant',
    ...refund,
    kind,
    // The first bears the refund's own id, whatever it pays for: so it takes the place of what was said of that before.
    refundId: index === 0 ? refund.refundId : `${refund.refundId}-${kind}`,
    amount: { amount: units, currency },
  }));
}

function freightOf({ refundShippingLines }: Refund): (Money | undefined)[] {
  return (refundShippingLines?.nodes ?? [])
    .flatMap(({ subtotalAmountSet, taxAmountSet }) => [subtotalAmountSet, taxAmountSet ?? []].flat())
    .map(({ amount, currencyCode }) => moneyFromDecimal(amount, currencyCode));
}

/** Refunds whose sum is not certain. */
export function uncertainRefunds({ refunds }: ReturnState): Unread[] {
  return (refunds?.nodes ?? []).flatMap((refund, index): Unread[] => {
    const { fault } = movedOf(refund);
    return fault ? [{ path: pathOf(index), expected: fault }] : [];
  });
}

/** Refunds of which money is on its way. */
export function unsettledRefunds({ refunds }: ReturnState): Unread[] {
  return (refunds?.nodes ?? []).flatMap((refund, index): Unread[] =>
    movedOf(refund).isPending ? [{ path: pathOf(index), expected: onItsWay }] : [],
  );
}

function pathOf(index: number): string {
  return `content.refunds.nodes.${index}.transactions`;
}

/** True where money is on its way: nothing tells when it has come, so the return is read again. */
export function isMoneyOnItsWay(state: ReturnState): boolean {
  return unsettledRefunds(state).length > 0;
}

function movedOf({ transactions: { pageInfo, nodes } }: Refund): Moved {
  const moved = moneyMoved(
    nodes.map(({ kind, status, amountSet: { amount, currencyCode: currency } }) => ({
      kind,
      status,
      amount,
      currency,
    })),
  );
  return pageInfo?.hasNextPage ? { ...moved, fault: 'are more than one page' } : moved;
}
