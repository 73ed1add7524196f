import type { CaseSnapshot } from './case.ts';
import type { ParcelLink } from './parcel.ts';

/** What a case says to each parcel that it ever named; `revision` is the version of the snapshot that says it. */
export function linksOf(snapshot: CaseSnapshot, revision: number): ReadonlyMap<string, ParcelLink> {
  const lines = (snapshot.details.lines ?? []).map(({ sku, quantity }) => ({ sku, quantity }));
  const open =
    snapshot.closedAt === undefined && (snapshot.decision.value === 'new' || snapshot.decision.value === 'approved');
  return new Map(
    snapshot.parcels.map(({ number, stands }) => [number, { caseKey: snapshot.key, revision, stands, open, lines }]),
  );
}
