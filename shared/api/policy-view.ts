import type { Fault } from '#shared/fault/fault.ts';
import { calendarEnds } from '#shared/policy/calendar-ends.ts';
import { inForceAt, type Revisions, statedRevisions } from '#shared/policy/revisions.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { showPolicy } from './contract/show-policy.ts';
import type { ReplyOf } from './contract.ts';

/** What is stored of policy, for an admin. */
export type PolicyView = ReplyOf<typeof showPolicy>;

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

function viewOf({ code, advice }: Fault): Pick<Fault, 'code' | 'advice'> {
  return { code, advice };
}
