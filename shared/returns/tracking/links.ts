import type { CaseSnapshot } from '../case/case.ts';
import type { ParcelLink } from '../parcel/parcel.ts';

/** What a case says to each parcel that it ever named; `revision` is the version of the snapshot that says it. */
export function linksOf(snapshot: CaseSnapshot, revision: number): ReadonlyMap<string, ParcelLink> {
  const { key: caseKey, warehouse } = snapshot;
  const lines = (snapshot.details.lines ?? []).map(({ sku, quantity }) => ({ sku, quantity }));
  const common = { caseKey, revision, open: isOpen(snapshot), ...(warehouse && { warehouseId: warehouse.id }), lines };
  return new Map(
    snapshot.parcels.map(({ number, stands, knownAt, statedCarrier }) => [
      number,
      { ...common, stands, ...(knownAt && { knownAt }), ...(statedCarrier && { carrier: statedCarrier }) },
    ]),
  );
}

/** What it says to a parcel that it named until the reading which named it was replaced by another. */
export function withdrawnLink({ key: caseKey }: CaseSnapshot, revision: number): ParcelLink {
  return { caseKey, revision, stands: false, open: false, lines: [] };
}

/** Not closed, and not ended by a decision. */
export function isOpen({ closedAt, decision }: Pick<CaseSnapshot, 'closedAt' | 'decision'>): boolean {
  return closedAt === undefined && (decision.value === 'new' || decision.value === 'approved');
}
