import type { CaseSnapshot } from '../case/case.ts';
import { paidOf } from '../money/actions.ts';
import { digestOf } from '../record/digest.ts';
import { compare } from '../record/statement.ts';
import { isOpen } from '../tracking/links.ts';

/** What a case's own facts say of the lines of its order, for the other cases of that order. Nothing in it was learned from them. */
export interface OrderItem {
  readonly caseKey: string;
  /** Not closed, and not ended by a decision. */
  readonly open: boolean;
  /** ISO 4217, of both sums. Absent where no money is known, and where it is in several currencies. */
  readonly currency?: string;
  /** What went out for goods, in minor units. */
  readonly paidOut: number;
  /** What was paid for the whole of the lines as far as that is told, in minor units. */
  readonly paid?: number;
  /** By their ids; none where the case is not on the order any more. */
  readonly lines: readonly OrderItemLine[];
}

export interface OrderItemLine {
  readonly lineId: string;
  /** What the case asks for, in units. */
  readonly quantity: number;
}

type Basis = Pick<CaseSnapshot, 'key' | 'details' | 'money' | 'decision' | 'closedAt'>;

/** Of a case whose lines are not known: {@link goneItem}. */
export function orderItemOf(basis: Basis): OrderItem {
  const lines = linesOf(basis);
  return lines.length === 0
    ? goneItem(basis.key)
    : { caseKey: basis.key, open: isOpen(basis), ...sumsOf(basis), lines };
}

/** Of a case that says nothing of an order, or no more. */
export function goneItem(caseKey: string): OrderItem {
  return { caseKey, open: false, paidOut: 0, lines: [] };
}

export function isSameItem(a: OrderItem, b: OrderItem): boolean {
  return digestOf(a) === digestOf(b);
}

/** The lines, by id, on which both are. */
export function sharedLines(a: OrderItem, b: OrderItem): string[] {
  const ids = new Set(b.lines.map(({ lineId }) => lineId));
  return a.lines.map(({ lineId }) => lineId).filter((lineId) => ids.has(lineId));
}

function linesOf({ details: { lines = [] } }: Basis): OrderItemLine[] {
  const byId = Map.groupBy(lines, ({ lineId }) => lineId);
  return [...byId]
    .map(([lineId, same]) => ({ lineId, quantity: same.reduce((sum, { quantity }) => sum + quantity, 0) }))
    .sort((a, b) => compare(a.lineId, b.lineId));
}

function sumsOf({ details, money: { actions } }: Basis): Pick<OrderItem, 'currency' | 'paidOut' | 'paid'> {
  const paid = details.paidForLines ?? details.paid;
  const refunds = paidOf(actions, 'goods-refund').map(({ amount }) => amount);
  const [currency, ...others] = new Set([...refunds, ...(paid ? [paid] : [])].map((each) => each.currency));
  return {
    ...(currency && others.length === 0 && { currency }),
    paidOut: refunds.reduce((sum, { amount }) => sum + amount, 0),
    ...(paid && { paid: paid.amount }),
  };
}
