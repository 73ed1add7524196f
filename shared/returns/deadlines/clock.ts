import type { CaseSnapshot } from '../case/case.ts';
import type { Instant } from '../record/instant.ts';
import type { Deadline, DeadlineKind } from './part.ts';

/** All that decides a case's deadlines. */
export type DeadlineBasis = Pick<
  CaseSnapshot,
  'key' | 'details' | 'decision' | 'closedAt' | 'warehouse' | 'parcels' | 'directGoods' | 'money'
>;

/** A deadline before its clock's ticks are counted. */
export interface Clock {
  readonly kind: DeadlineKind;
  readonly subject: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly setBy: Deadline['setBy'];
  readonly metAt?: Instant;
}

/** In milliseconds. */
export function minutes(count: number): number {
  return count * 60_000;
}
