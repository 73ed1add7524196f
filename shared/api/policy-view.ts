import type { Fault, FaultCode } from '#shared/fault/fault.ts';
import { calendarEnds } from '#shared/policy/calendar-ends.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { inForceAt, type Revisions, type StatedRevision, statedRevisions } from '#shared/policy/revisions.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** What is stored of policy, for an admin. */
export interface PolicyView {
  /** What a case goes by that is first heard of now. */
  readonly inForce: Policy;
  /** What will have to be mended in it before long. */
  readonly warnings: readonly FaultView[];
  readonly revisions: readonly RevisionView[];
}

interface RevisionView extends Omit<StatedRevision, 'fault'> {
  /** What is wrong with it, and what to do. */
  readonly fault?: FaultView;
}

interface FaultView {
  readonly code: FaultCode;
  readonly advice: string;
}

export function policyViewOf(revisions: Revisions, now: Instant): PolicyView {
  const inForce = inForceAt(revisions, now);
  const ending = calendarEnds(inForce, now);
  return {
    inForce,
    warnings: ending ? [viewOf(ending)] : [],
    revisions: statedRevisions(revisions, now).map(({ fault, ...stated }) => ({
      ...stated,
      ...(fault && { fault: viewOf(fault) }),
    })),
  };
}

function viewOf({ code, advice }: Fault): FaultView {
  return { code, advice };
}
