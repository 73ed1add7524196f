import type { Strike } from '#shared/returns/strikes.ts';
import { partitions } from '#shared/store/keys.ts';

/** One strike of one deadline of a case. */
export interface CaseStrike {
  readonly caseKey: string;
  readonly deadlineId: string;
  readonly strike: Strike;
}

/**
 * The name of the execution that waits for a strike. A strike's time follows from its deadline, so all executions of one name end at the
 * same time, and one that was started is not started twice, though Step Functions keeps a name for 90 days.
 */
export function executionNameOf({ deadlineId, strike: { phase, count } }: CaseStrike): string {
  return `${deadlineId}-${phase}-${count}`;
}

/** What the `DeadlineTimer` state machine gets: how long to wait, and where to look then. */
export function executionInputOf({
  caseKey,
  deadlineId,
  strike: { at },
}: CaseStrike): Readonly<Record<string, string>> {
  return { pk: partitions.case(caseKey), caseKey, deadlineId, at };
}
