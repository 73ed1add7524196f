import type { Instant } from '../record/instant.ts';
import type { DecisionPart } from './part.ts';

/** When the case ended first, by its closing or by a decision that ends it. */
export function endedAtOf({ closedAt, decision }: Pick<DecisionPart, 'closedAt' | 'decision'>): Instant | undefined {
  const isOver = decision.value !== 'approved' && decision.value !== 'new';
  return [closedAt, isOver ? decision.at : undefined].filter((at) => at !== undefined).sort()[0];
}
