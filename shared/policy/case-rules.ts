import type { Merchant, Warehouse } from '#shared/merchant/merchant.ts';
import type { CaseRules } from '#shared/returns/case/case.ts';
import type { PreAdviceNeeds, WarehouseRules } from '#shared/returns/warehouse/warehouse-rules.ts';
import { connectorAboutOf, placeOf } from '#shared/warehouses/abouts.ts';
import { calendarsOf } from './calendars-of.ts';
import type { Policy } from './policy.ts';
import { teamRulesOf } from './team-rules.ts';

/** What the fold needs of policy and configuration, as plain values. @param calendars - Each from when it took effect; a policy by itself has its own for all times. */
export function caseRulesOf(policy: Policy, merchant: Merchant, calendars = calendarsOf(policy)): CaseRules {
  return {
    deadlines: policy.deadlines,
    calendars,
    caps: { ...policy.caps, currency: merchant.currency },
    waitForParcelsMinutes: policy.waitForParcelsMinutes,
    noReason: policy.noReason,
    timeZone: merchant.timeZone,
    warehouses: Object.fromEntries(merchant.warehouses.map((warehouse) => [warehouse.id, warehouseRulesOf(warehouse)])),
    teams: teamRulesOf(merchant),
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

const noNeeds: PreAdviceNeeds = {
  outboundOrder: 'no',
  carrier: false,
  mappedSku: false,
  ownerCode: false,
  lines: false,
};

function needsOf(warehouse: Warehouse): PreAdviceNeeds {
  return connectorAboutOf(warehouse.connector).needsOf?.(placeOf(warehouse)) ?? noNeeds;
}
