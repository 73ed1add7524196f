import type { Act } from '#shared/returns/acts/acts.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Policy } from './policy.ts';

/**
 * What the policy decides of a case by itself: so far only the warehouse of an approved case that has none.
 * It approves nothing.
 */
export function proposeActs(snapshot: CaseSnapshot, policy: Policy, at: Instant): Act[] {
  if (snapshot.decision.value !== 'approved' || snapshot.warehouse) {
    return [];
  }
  const by = { policy: policy.revision, row: 'default-warehouse', inputs: { decision: snapshot.decision.value } };
  return [{ act: 'choose-warehouse', warehouseId: policy.defaultWarehouse, by, at }];
}
