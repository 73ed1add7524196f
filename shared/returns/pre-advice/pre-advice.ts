import type { CaseRules, CaseSnapshot } from '../case/case.ts';
import type { CaseLine } from '../opening/facts.ts';
import { digest } from '../record/digest.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import type { CaseParcel } from '../tracking/part.ts';
import { standingParcels } from '../tracking/standing.ts';
import type { WarehouseRules } from '../warehouse/warehouse-rules.ts';
import type { PreAdvice } from './events.ts';

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
  /** A feed's carrier that the warehouse has no code for; the stated one goes in its place. */
  readonly unmappedCarrier?: string;
  /** Its goods were counted there: nothing is told anew. */
  readonly isOver: boolean;
  readonly rules: WarehouseRules;
}

export type PreAdviceBasis = Pick<
  CaseSnapshot,
  'caseId' | 'shop' | 'details' | 'decision' | 'warehouse' | 'parcels' | 'directGoods'
>;

/** Planned when the case is approved, the warehouse chosen, the lines known and the parcel numbered. */
export function plannedPreAdvices(basis: PreAdviceBasis, rules: CaseRules): PlannedPreAdvice[] {
  const { warehouse, decision, details } = basis;
  const own = warehouse && Object.hasOwn(rules.warehouses, warehouse.id) ? rules.warehouses[warehouse.id] : undefined;
  if (!warehouse || !own || decision.value !== 'approved' || (details.lines ?? []).length === 0) {
    return [];
  }
  const parcels = standingParcels(basis.parcels);
  const holder = holderOf(parcels, warehouse.id);
  return parcels.map((parcel) =>
    planOf(basis, { parcel, hasLines: parcel === holder, warehouseId: warehouse.id }, own),
  );
}

/**
 * The parcel that the lines go with: the one stated first; once goods came, the first of those that were known by then, so that a number
 * heard of later does not take the lines from it.
 */
function holderOf(parcels: readonly CaseParcel[], warehouseId: string): CaseParcel | undefined {
  const cameAt = earliestOf(parcels.map((parcel) => cameAtOf(parcel, warehouseId)));
  return parcels.find(({ knownAt }) => !cameAt || !knownAt || knownAt <= cameAt) ?? parcels[0];
}

/** When goods of the parcel first reached the warehouse. */
export function cameAtOf({ state }: Pick<CaseParcel, 'state'>, warehouseId: string): Instant | undefined {
  return state?.goods.find((fact) => fact.warehouseId === warehouseId)?.at;
}

/**
 * True where a warehouse keeps what it was told, whatever is said now: the parcel came there. A case that was closed because the money went
 * first is announced as any other: its goods are still on their way.
 */
export function isSettled(basis: PreAdviceBasis, { warehouseId, trackingNumber }: PreAdvicePlace): boolean {
  const parcel = basis.parcels.find(({ number }) => number === trackingNumber);
  return parcel !== undefined && cameAtOf(parcel, warehouseId) !== undefined;
}

/** More than that a parcel came: what was in it, or in any of the case's where a warehouse reports by case. Until then a clerk needs to be told. */
function isCounted({ directGoods }: PreAdviceBasis, { state }: CaseParcel, warehouseId: string): boolean {
  const goods = [...(state?.goods ?? []), ...(state && cameAtOf({ state }, warehouseId) ? directGoods : [])];
  return goods.some(
    (fact) => fact.warehouseId === warehouseId && (fact.fact !== 'received' || (fact.lines?.length ?? 0) > 0),
  );
}

/** True of what Backhaul itself tells the warehouse. */
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
  readonly hasLines: boolean;
  readonly warehouseId: string;
}

function planOf(basis: PreAdviceBasis, placed: Placed, rules: WarehouseRules): PlannedPreAdvice {
  const { parcel, hasLines, warehouseId } = placed;
  const lines = hasLines ? (basis.details.lines ?? []) : [];
  const { carrier, unmapped } = carrierFor(parcel, rules);
  const content = contentOf(basis, placed, { lines, carrier }, rules);
  return {
    content,
    lacks: lackedBy(content, { lines, carrier }, rules),
    ...(unmapped && { unmappedCarrier: unmapped }),
    isOver: isCounted(basis, parcel, warehouseId),
    rules,
  };
}

/** A feed's word goes before what is stated, but not where the warehouse could not be told: a standing order would be lost by it. */
function carrierFor(
  { carrier, statedCarrier, state }: CaseParcel,
  { requires, carrierCodes }: WarehouseRules,
): { readonly carrier: string | undefined; readonly unmapped?: string } {
  const found = state?.feedCarrier;
  return found && requires.carrier && !Object.hasOwn(carrierCodes, found)
    ? { carrier: statedCarrier, unmapped: found }
    : { carrier };
}

interface OwnCodes {
  readonly lines: readonly CaseLine[];
  readonly carrier: string | undefined;
}

function contentOf(
  { details, caseId, shop }: PreAdviceBasis,
  { parcel, warehouseId }: Placed,
  { lines, carrier }: OwnCodes,
  rules: WarehouseRules,
): PreAdviceContent {
  const reason = details.reason?.code;
  return {
    warehouseId,
    trackingNumber: parcel.number,
    ...(carrier && { carrier: translate(rules.carrierCodes, carrier) }),
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
}

/** Fields by their names in the announcement; SKUs each by itself. */
function lackedBy(content: PreAdviceContent, { carrier, lines }: OwnCodes, rules: WarehouseRules): string[] {
  const { requires, carrierCodes, skuMap, ownerCode } = rules;
  const skus = lines.map(({ sku }) => sku);
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
