import type { Note } from '../record/note.ts';
import { type OrderItem, sharedLines } from './item.ts';
import { isOverPaid, payersOf } from './over-paid.ts';

/** What a case's order says of it beside its own facts. @param others - Of the other cases of the order, in any order. */
export function orderLineNotes(own: OrderItem, others: readonly OrderItem[]): Note[] {
  const beside = sharersOf(own, others);
  return [...openNotes(own, beside), ...overPaidNotes(own, beside)];
}

/** Those that are on a line of the case. */
export function sharersOf(own: OrderItem, others: readonly OrderItem[]): OrderItem[] {
  return others.filter((each) => each.caseKey !== own.caseKey && sharedLines(own, each).length > 0);
}

/**
 * Whom it concerns that a case says another thing than before: those of which the order then says another thing.
 *
 * @param others - Of the other cases of the order, as they stood before and stand after.
 */
export function concernedBy(was: OrderItem, is: OrderItem, others: readonly OrderItem[]): OrderItem[] {
  const textOf = (each: OrderItem, item: OrderItem) => JSON.stringify(orderLineNotes(each, [item, ...others]));
  return others.filter((each) => textOf(each, was) !== textOf(each, is));
}

function openNotes(own: OrderItem, beside: readonly OrderItem[]): Note[] {
  const open = own.open ? beside.filter((each) => each.open) : [];
  return open.map(({ caseKey }) => ({ code: 'line-in-other-case', detail: caseKey }));
}

function overPaidNotes(own: OrderItem, beside: readonly OrderItem[]): Note[] {
  if (!isOverPaid([own, ...beside])) {
    return [];
  }
  const paid = new Set(payersOf(beside).flatMap((each) => sharedLines(own, each)));
  const ids = own.lines.map(({ lineId }) => lineId).filter((lineId) => paid.has(lineId));
  return [{ code: 'line-over-paid', detail: ids.join(', ') }];
}
