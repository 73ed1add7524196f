import { measuredBy } from '#shared/merchant/measured-by.ts';
import type { Merchant, Warehouse } from '#shared/merchant/merchant.ts';
import { warehouseIdsOf } from '#shared/merchant/warehouse-ids.ts';
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
    measured: measuredBy(merchant),
    caps: { ...policy.caps, currency: merchant.currency },
    waitForParcelsMinutes: policy.waitForParcelsMinutes,
    noReason: policy.noReason,
    timeZone: merchant.timeZone,
    warehouses: Object.fromEntries(
      merchant.warehouses.map((warehouse) => [warehouse.id, warehouseRulesOf(warehouse, merchant)]),
    ),
    teams: teamRulesOf(merchant),
  };
}

function warehouseRulesOf(warehouse: Warehouse, merchant: Merchant): WarehouseRules {
  const { announceBy, skuMap, carrierCodes, ownerCode } = warehouse;
  const { country, region, city, line, postcode } = warehouse.address;
  return {
    announce: announceBy === 'backhaul',
    answers: doesAnswer(warehouse, merchant),
    skuMap,
    carrierCodes,
    ...(ownerCode && { ownerCode }),
    address: { country, region, city, line, ...(postcode && { postcode }) },
    requires: needsOf(warehouse),
  };
}

/** One that is called answers in the call. */
function doesAnswer({ id, connector }: Warehouse, { channels }: Merchant): boolean {
  const tells = channels.some((each) => each.tells?.includes('acknowledgements') && warehouseIdsOf(each).includes(id));
  return tells || connectorAboutOf(connector).calling !== undefined;
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
