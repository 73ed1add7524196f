import type { Policy } from '#shared/policy/policy.ts';
import { inForceAt, type Revisions, statedRevisions } from '#shared/policy/revisions.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { showPolicy } from './contract/show-policy.ts';
import type { ReplyOf } from './contract.ts';

/** What is stored of policy, for an admin. */
export type PolicyView = ReplyOf<typeof showPolicy>;

export function policyViewOf(revisions: Revisions, bundled: Policy, now: Instant): PolicyView {
  return {
    inForce: inForceAt(revisions, now)?.policy ?? bundled,
    revisions: statedRevisions(revisions, now).map(({ fault, ...stated }) => ({
      ...stated,
      ...(fault && { fault: { code: fault.code, advice: fault.advice } }),
    })),
  };
}
