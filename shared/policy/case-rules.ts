import type { Merchant, Warehouse } from '#shared/merchant/merchant.ts';
import type { CaseRules } from '#shared/returns/case/case.ts';
import type { PreAdviceNeeds, WarehouseRules } from '#shared/returns/warehouse/warehouse-rules.ts';
import type { Policy } from './policy.ts';

/** What the fold needs of policy and configuration, as plain values. */
export function caseRulesOf(policy: Policy, merchant: Merchant): CaseRules {
  return {
    deadlines: policy.deadlines,
    caps: policy.caps,
    warehouses: Object.fromEntries(merchant.warehouses.map((warehouse) => [warehouse.id, warehouseRulesOf(warehouse)])),
  };
}

function warehouseRulesOf(warehouse: Warehouse): WarehouseRules {
  const { announceBy, skuMap, carrierCodes, ownerCode } = warehouse;
  const { country, region, city, line, postcode } = warehouse.address;
  return {
    announce: announceBy === 'backhaul',
    skuMap,
    carrierCodes,
    ...(ownerCode && { ownerCode }),
    address: { country, region, city, line, ...(postcode && { postcode }) },
    requires: needsOf(warehouse),
  };
}

/**
 * A Qimen order names its original order, a carrier, an owner and at least one line (`returnorder.create`). Where a map of SKUs is kept,
 * one that is not in it was forgotten; an empty map says that the codes are the same in both. Other connectors take what there is.
 */
function needsOf({ connector, qimen, skuMap }: Warehouse): PreAdviceNeeds {
  if (connector !== 'qimen') {
    return { outboundOrder: 'no', carrier: false, mappedSku: false, ownerCode: false, lines: false };
  }
  return {
    outboundOrder: qimen?.preDeliveryOrderCode ?? 'outbound-order',
    carrier: true,
    mappedSku: Object.keys(skuMap).length > 0,
    ownerCode: true,
    lines: true,
  };
}
