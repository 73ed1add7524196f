import type { CaseParcel } from './part.ts';

/** The parcels in which a case's goods are or come: without numbers that too many cases name to be real ones. */
export function standingParcels(parcels: readonly CaseParcel[]): CaseParcel[] {
  return parcels.filter(({ stands, state }) => stands && state?.allotment !== 'not-attributed');
}
