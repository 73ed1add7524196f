import type { CaseObservation } from '../case/facts.ts';
import type { ParcelState } from './facts.ts';

/** What parcels say to a case: each its latest word, since a later one takes the place of the one before. */
export function statesOf(observations: readonly CaseObservation[]): ParcelState[] {
  return observations.flatMap(({ facts }) => facts.flatMap((fact) => (fact.fact === 'parcel-state' ? fact.state : [])));
}
