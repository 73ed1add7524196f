import type { Merchant, Warehouse } from '#shared/merchant/merchant.ts';
import { warehouseIdsOf } from '#shared/merchant/warehouse-ids.ts';
import type { CaseRules } from '#shared/returns/case/case.ts';
import type { Measured } from '#shared/returns/deadlines/measured.ts';
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

/** A store tells only of its own shops. */
function measuredBy({ channels }: Pick<Merchant, 'channels'>): Measured[] {
  return channels.flatMap(({ source, role, shops, tells = [] }) => {
    const own = role === 'store' ? { shops: shops.map((shop) => `${source}:${shop}`) } : {};
    return tells.map((need) => ({ need, ...own }));
  });
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
