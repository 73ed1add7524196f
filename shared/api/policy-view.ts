import type { FaultCode } from '#shared/fault/fault.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { inForceAt, type Revisions, type StatedRevision, statedRevisions } from '#shared/policy/revisions.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** What is stored of policy, for an admin. */
export interface PolicyView {
  /** What a case goes by that is first heard of now: the bundled policy where no revision is in force. */
  readonly inForce: Policy;
  readonly revisions: readonly RevisionView[];
}

interface RevisionView extends Omit<StatedRevision, 'fault'> {
  /** What is wrong with it, and what to do. */
  readonly fault?: { readonly code: FaultCode; readonly advice: string };
}

export function policyViewOf(revisions: Revisions, bundled: Policy, now: Instant): PolicyView {
  return {
    inForce: inForceAt(revisions, now)?.policy ?? bundled,
    revisions: statedRevisions(revisions, now).map(({ fault, ...stated }) => ({
      ...stated,
      ...(fault && { fault: { code: fault.code, advice: fault.advice } }),
    })),
  };
}
