import { earliestOf, type Instant } from '../record/instant.ts';
import type { DecisionPart } from './part.ts';

/** Whether the request was withdrawn, declined, or expired. */
export function isEnded({ value }: DecisionPart['decision']): boolean {
  return value !== 'new' && value !== 'approved';
}

/** When the case ended first, by its closing or by a decision that ends it. */
export function endedAtOf({ closedAt, decision }: Pick<DecisionPart, 'closedAt' | 'decision'>): Instant | undefined {
  return earliestOf([closedAt, isEnded(decision) ? decision.at : undefined]);
}
