import { carrierFacts } from '../carrier/facts.ts';
import { deadlineFacts } from '../deadlines/facts.ts';
import { expectationFacts, goodsFacts } from '../goods/facts.ts';
import { type FactOf, isFactOf } from '../record/fact.ts';
import type { Observation } from '../record/observation.ts';

const parcelFacts = { ...carrierFacts, ...expectationFacts, ...goodsFacts, tick: deadlineFacts.tick };

/** What can be known of a parcel (one tracking number). */
export type ParcelFact = FactOf<typeof parcelFacts>;

export type ParcelObservation = Observation<ParcelFact>;

export function isParcelFact(value: unknown): value is ParcelFact {
  return isFactOf(parcelFacts, value);
}
