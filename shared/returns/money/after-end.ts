import type { DecisionPart } from '../decision/part.ts';
import type { Note } from '../record/note.ts';
import { paidOf } from './actions.ts';
import type { MoneyAction } from './part.ts';

const ends: readonly string[] = ['withdrawn', 'declined', 'expired'];

/** Refunds that went out after the request had ended. */
export function paidAfterEnd(
  { value, at: endedAt }: DecisionPart['decision'],
  actions: readonly MoneyAction[],
): Note[] {
  if (!ends.includes(value) || !endedAt) {
    return [];
  }
  return paidOf(actions, 'goods-refund', 'freight-refund')
    .filter(({ at }) => at > endedAt)
    .map(({ refundId }): Note => ({ code: 'paid-after-end', detail: refundId }));
}
