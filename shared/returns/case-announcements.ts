import type { CaseParcel, CaseSnapshot } from './case.ts';
import type { Expected } from './fact.ts';
import type { SkuQuantity } from './goods-fact.ts';
import type { Note } from './note.ts';
import { type PlannedPreAdvice, translate } from './pre-advice.ts';

type Basis = Pick<CaseSnapshot, 'closedAt' | 'parcels' | 'warehouse' | 'warehouseStatuses'>;

/**
 * What stands between a parcel and a warehouse that expects it: an announcement that is held because it lacks something, one by
 * somebody else that is not what the case says, goods that came unannounced, trouble that the warehouse has with its order.
 */
export function announcementNotes(basis: Basis, planned: readonly PlannedPreAdvice[]): Note[] {
  return [...planned.flatMap((plan) => planNotes(basis, plan, planned)), ...statusNotes(basis)];
}

function planNotes(basis: Basis, plan: PlannedPreAdvice, planned: readonly PlannedPreAdvice[]): Note[] {
  const { trackingNumber } = plan.content;
  if (plan.rules.announce) {
    const lacks = basis.closedAt ? [] : plan.lacks;
    return lacks.map((field) => ({ code: 'pre-advice-held', detail: `${trackingNumber} ${field}` }));
  }
  const parcel = basis.parcels.find(({ number }) => number === trackingNumber);
  if (!parcel?.state || parcel.state.allotment === 'not-attributed') {
    return [];
  }
  const { expected = [] } = parcel.state;
  return [
    ...(differs(expected, plan, planned) ? [{ code: 'announcement-differs', detail: trackingNumber } as const] : []),
    ...(cameUnannounced(parcel, plan) ? [{ code: 'not-announced', detail: trackingNumber } as const] : []),
  ];
}

/** Once the right warehouse expects the parcel, what others expect does not matter any more. */
function differs(expected: readonly Expected[], plan: PlannedPreAdvice, planned: readonly PlannedPreAdvice[]): boolean {
  const own = expected.find(({ warehouseId }) => warehouseId === plan.content.warehouseId);
  if (!own?.lines) {
    return !own && expected.length > 0;
  }
  const whole = sumsOf(planned.flatMap(({ content }) => content.lines));
  const said = sumsOf(own.lines.map(({ sku, quantity }) => ({ sku: translate(plan.rules.skuMap, sku), quantity })));
  const isWithin = [...said].every(([sku, quantity]) => quantity <= (whole.get(sku) ?? 0));
  // Nobody knows what is in which of several parcels.
  const isAll = planned.length > 1 || [...whole].every(([sku, quantity]) => quantity === said.get(sku));
  return !isWithin || !isAll;
}

function sumsOf(lines: readonly SkuQuantity[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of lines.filter((line) => line.quantity > 0)) {
    sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  }
  return sums;
}

function cameUnannounced({ state }: CaseParcel, { content }: PlannedPreAdvice): boolean {
  const cameAt = state?.goods.find(({ warehouseId }) => warehouseId === content.warehouseId)?.at;
  const own = state?.expected?.find(({ warehouseId }) => warehouseId === content.warehouseId);
  return cameAt !== undefined && (own === undefined || own.at > cameAt);
}

function statusNotes({ warehouse, warehouseStatuses }: Basis): Note[] {
  return Object.entries(warehouseStatuses)
    .filter(([id]) => !warehouse || id === warehouse.id)
    .filter(([, { status }]) => status === 'exception' || status === 'rejected')
    .map(([id]) => ({ code: 'warehouse-exception', detail: id }));
}
