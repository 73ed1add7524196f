import type { CaseParcel, CaseRules, CaseSnapshot } from './case.ts';
import type { PreAdvice } from './change.ts';
import { digest } from './digest.ts';
import type { WarehouseRules } from './warehouse-rules.ts';

/** Begins the key under which each announcement is remembered. */
export const preAdvicePrefix = 'pre-advice/';

export type PreAdviceContent = Omit<PreAdvice, 'announcementId'>;

/** Where an announcement goes, and what of. */
export type PreAdvicePlace = Pick<PreAdvice, 'warehouseId' | 'trackingNumber'>;

/** What a warehouse has to expect of one parcel, whoever tells it. */
export interface PlannedPreAdvice {
  readonly content: PreAdviceContent;
  /** The fields without which Backhaul cannot announce it there. */
  readonly lacks: readonly string[];
  readonly rules: WarehouseRules;
}

export type PreAdviceBasis = Pick<CaseSnapshot, 'caseId' | 'shop' | 'details' | 'decision' | 'warehouse' | 'parcels'>;

/** Planned when the case is approved, the warehouse chosen, the lines known and the parcel numbered. */
export function plannedPreAdvices(basis: PreAdviceBasis, rules: CaseRules): PlannedPreAdvice[] {
  const { warehouse, decision, details } = basis;
  const own = warehouse && Object.hasOwn(rules.warehouses, warehouse.id) ? rules.warehouses[warehouse.id] : undefined;
  if (!warehouse || !own || decision.value !== 'approved' || (details.lines ?? []).length === 0) {
    return [];
  }
  return basis.parcels
    .filter((parcel) => parcel.stands)
    .map((parcel, index) => planOf(basis, { parcel, isFirst: index === 0, warehouseId: warehouse.id }, own));
}

/** True of what Backhaul itself tells the warehouse now. */
export function isAnnounced({ rules, lacks }: PlannedPreAdvice): boolean {
  return rules.announce && lacks.length === 0;
}

export function preAdviceKeyOf({ warehouseId, trackingNumber }: PreAdvicePlace): string {
  return `${preAdvicePrefix}${warehouseId}/${trackingNumber}`;
}

/** @param times - How often the key was announced or withdrawn by then, this time included. */
export function announcementIdOf(caseKey: string, key: string, times: number): string {
  return `${caseKey}/${digest(key, String(times)).slice(0, 12)}`;
}

interface Placed {
  readonly parcel: CaseParcel;
  readonly isFirst: boolean;
  readonly warehouseId: string;
}

function planOf(basis: PreAdviceBasis, { parcel, isFirst, warehouseId }: Placed, rules: WarehouseRules) {
  const { details, caseId, shop } = basis;
  const lines = isFirst ? (details.lines ?? []) : [];
  const reason = details.reason?.code;
  const content: PreAdviceContent = {
    warehouseId,
    trackingNumber: parcel.number,
    ...(parcel.carrier && { carrier: translate(rules.carrierCodes, parcel.carrier) }),
    caseId,
    shop,
    ...(details.kind && { kind: details.kind }),
    ...(details.orderId && { orderId: details.orderId }),
    ...(details.outboundOrderId && { outboundOrderId: details.outboundOrderId }),
    lines: lines.map(({ sku, quantity, title }) => ({
      sku: translate(rules.skuMap, sku),
      quantity,
      ...(title && { title }),
    })),
    ...(reason && { reason }),
    check: ['quantity', 'condition', ...(reason ? [reason] : [])],
    returnAddress: rules.address,
  };
  const skus = lines.map(({ sku }) => sku);
  return { content, lacks: lackedBy(content, { carrier: parcel.carrier, skus }, rules), rules };
}

interface OwnCodes {
  readonly carrier: string | undefined;
  readonly skus: readonly string[];
}

/** Fields by their names in the announcement; SKUs each by itself. */
function lackedBy(content: PreAdviceContent, { carrier, skus }: OwnCodes, rules: WarehouseRules): string[] {
  const { requires, carrierCodes, skuMap, ownerCode } = rules;
  const hasCarrier = carrier !== undefined && Object.hasOwn(carrierCodes, carrier);
  const unmapped = requires.mappedSku ? skus.filter((sku) => !Object.hasOwn(skuMap, sku)) : [];
  const checks: [boolean, string][] = [
    [requires.outboundOrder === 'outbound-order' && !content.outboundOrderId, 'outboundOrderId'],
    [requires.outboundOrder === 'order' && !content.orderId, 'orderId'],
    [requires.carrier && !hasCarrier, 'carrier'],
    [requires.ownerCode && !ownerCode, 'ownerCode'],
    [requires.lines && content.lines.length === 0, 'lines'],
  ];
  return [
    ...checks.filter(([isLacking]) => isLacking).map(([, field]) => field),
    ...unmapped.map((sku) => `sku ${sku}`),
  ];
}

/** The warehouse's own code, where it has one. */
export function translate(codes: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(codes, code) ? codes[code] : undefined) ?? code;
}
