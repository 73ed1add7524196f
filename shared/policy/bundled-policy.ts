import { Fault } from '#shared/fault/fault.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { demoPolicy } from './demo-policy.ts';
import { policyNotValid } from './not-valid.ts';
import { type Policy, policySchema } from './policy.ts';

type Warehouses = Pick<Merchant, 'warehouses'>;

/** What holds for a merchant who stored no policy: the demo's, with goods going to the first warehouse of the file. */
export function bundledPolicyOf({ warehouses }: Warehouses): Policy {
  return { ...demoPolicy, defaultWarehouse: warehouses[0]?.id ?? demoPolicy.defaultWarehouse };
}

/** A policy as it holds, or none, and what an admin should mend in what was stored. */
export type ParsedPolicy =
  | { readonly policy: Policy; readonly fault?: Fault }
  | { readonly policy?: never; readonly fault: Fault };

/**
 * Reads a policy that was stored, however long ago. A warehouse that the merchant has no more is left out, so that the bundled one holds: the
 * rest of the policy goes on for the cases that go by it.
 */
export function parsePolicy(value: unknown, merchant: Warehouses): ParsedPolicy {
  const parsed = policySchema.safeParse(value);
  if (!parsed.success) {
    return { fault: policyNotValid(String(Object(value).revision), parsed.error) };
  }
  const policy = parsed.data;
  const { defaultWarehouse } = bundledPolicyOf(merchant);
  const ids = merchant.warehouses.map(({ id }) => id);
  if (ids.includes(policy.defaultWarehouse)) {
    return { policy };
  }
  const what = `defaultWarehouse ${policy.defaultWarehouse} has gone from the merchant’s file`;
  const advice = `goods go to ${defaultWarehouse} now; store a policy whose defaultWarehouse is one of: ${ids.join(', ')}`;
  return { policy: { ...policy, defaultWarehouse }, fault: new Fault('warehouse-gone', what, { advice }) };
}
