import { endedAtOf } from '../decision/ended.ts';
import type { Clock, DeadlineBasis } from './clock.ts';

/** A case that ended before the deadline was due stops its clock; one that ended later does not undo a miss. */
export function isOver(clock: Clock, basis: Pick<DeadlineBasis, 'closedAt' | 'decision'>): boolean {
  const endedAt = endedAtOf(basis);
  // What a platform asks for of a case that is over, as evidence in a dispute, it asks for all the same.
  const isAfter = clock.setBy === 'platform' && endedAt !== undefined && clock.openedAt >= endedAt;
  const isLate = clock.dueAt !== undefined && clock.dueAt < (endedAt ?? clock.dueAt);
  return endedAt !== undefined && !isLate && !clock.metAt && !isAfter;
}
