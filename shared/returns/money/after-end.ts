import { isEnded } from '../decision/ended.ts';
import type { DecisionPart } from '../decision/part.ts';
import type { Note } from '../record/note.ts';
import { paidOf } from './actions.ts';
import type { MoneyAction } from './part.ts';

/** Refunds that went out after the request had ended. */
export function paidAfterEnd(decision: DecisionPart['decision'], actions: readonly MoneyAction[]): Note[] {
  const { at: endedAt } = decision;
  if (!isEnded(decision) || !endedAt) {
    return [];
  }
  return paidOf(actions, 'goods-refund', 'freight-refund')
    .filter(({ at }) => at > endedAt)
    .map(({ refundId }): Note => ({ code: 'paid-after-end', detail: refundId }));
}
