import type { NumberedAct } from '../acts/acts.ts';
import type { CaseRules, CaseSnapshot } from '../case/case.ts';
import { type CaseDetails, unreadableWarehouse } from '../opening/facts.ts';
import type { Note } from '../record/note.ts';
import type { CaseParcel } from '../tracking/part.ts';

/**
 * The warehouse that the goods go to: a person's word over the store's, the store's over a policy's. A policy chooses for approved cases,
 * and its choice counts while the case is one: so it does not matter whether the approval or its end was heard first. It stands though a later word of the
 * store on its warehouse cannot be read.
 */
export function warehouseOf(
  details: CaseDetails,
  decision: CaseSnapshot['decision'],
  acts: readonly NumberedAct[],
): CaseSnapshot['warehouse'] {
  const chosen = acts.map(({ act }) => act).filter((act) => act.act === 'choose-warehouse');
  const byPerson = chosen.findLast((act) => 'person' in act.by);
  if (byPerson) {
    return { id: byPerson.warehouseId, by: 'person' };
  }
  const byPolicy = decision.value === 'approved' ? chosen[0] : undefined;
  if (details.warehouseId && !(byPolicy && details.warehouseId === unreadableWarehouse)) {
    return { id: details.warehouseId, by: 'store' };
  }
  return byPolicy && { id: byPolicy.warehouseId, by: 'policy' };
}

/** A warehouse that nobody configured, or goods that turned up in another one than the case's. */
export function warehouseNotes(
  warehouse: CaseSnapshot['warehouse'],
  parcels: readonly CaseParcel[],
  rules: CaseRules,
): Note[] {
  if (!warehouse) {
    return [];
  }
  const unknown: Note[] = Object.hasOwn(rules.warehouses, warehouse.id)
    ? []
    : [{ code: 'unknown-warehouse', detail: warehouse.id }];
  const elsewhere = parcels.filter(
    (parcel) =>
      warehouse.id !== unreadableWarehouse &&
      parcel.stands &&
      parcel.state?.goods.some((fact) => fact.warehouseId !== warehouse.id),
  );
  return [...unknown, ...elsewhere.map((parcel): Note => ({ code: 'warehouse-differs', detail: parcel.number }))];
}
