import { Fault } from '#shared/fault/fault.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { demoPolicy } from './demo-policy.ts';
import { type Policy, policySchema } from './policy.ts';

type Warehouses = Pick<Merchant, 'warehouses'>;

/** What holds for a merchant who stored no policy: the demo's, with goods going to the first warehouse of the file. */
export function bundledPolicyOf({ warehouses }: Warehouses): Policy {
  return { ...demoPolicy, defaultWarehouse: warehouses[0]?.id ?? demoPolicy.defaultWarehouse };
}

/** @throws when the value is no policy, or sends goods to a warehouse that the merchant does not have. */
export function parsePolicy(value: unknown, { warehouses }: Warehouses): Policy {
  const policy = policySchema.parse(value);
  const ids = warehouses.map(({ id }) => id);
  if (!ids.includes(policy.defaultWarehouse)) {
    const advice = `store a policy whose defaultWarehouse is one of: ${ids.join(', ')}`;
    throw new Fault('policy-not-valid', 'defaultWarehouse is none of the merchant’s warehouses', { advice });
  }
  return policy;
}
