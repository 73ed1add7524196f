import type { Merchant, Warehouse } from '#shared/merchant/merchant.ts';
import type { CaseRules, WarehouseRules } from '#shared/returns/case.ts';
import type { Policy } from './policy.ts';

/** What the fold needs of policy and configuration, as plain values. */
export function caseRulesOf(policy: Policy, merchant: Merchant): CaseRules {
  return {
    deadlines: policy.deadlines,
    caps: policy.caps,
    warehouses: Object.fromEntries(merchant.warehouses.map((warehouse) => [warehouse.id, warehouseRulesOf(warehouse)])),
  };
}

function warehouseRulesOf({ announceBy, skuMap, carrierCodes, address }: Warehouse): WarehouseRules {
  const { country, region, city, line, postcode } = address;
  return {
    announce: announceBy === 'backhaul',
    skuMap,
    carrierCodes,
    address: { country, region, city, line, ...(postcode && { postcode }) },
  };
}
