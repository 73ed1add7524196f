import { deadlineFacts } from '../deadlines/facts.ts';
import { goodsFacts } from '../goods/facts.ts';
import { moneyFacts } from '../money/facts.ts';
import { preAdviceFacts } from '../pre-advice/facts.ts';
import { type FactOf, isFactOf } from '../record/fact.ts';
import type { Observation } from '../record/observation.ts';
import { trackingFacts } from '../tracking/facts.ts';
import { allSlices, type Both } from './slices.ts';

type SlicedFacts = Both<(typeof allSlices)[number]['facts']>;

const caseFacts = {
  ...(Object.assign({}, ...allSlices.map(({ facts }) => facts)) as SlicedFacts),
  ...trackingFacts,
  /** Goods that a warehouse reports by case, without a tracking number. */
  ...goodsFacts,
  ...moneyFacts,
  ...preAdviceFacts,
  ...deadlineFacts,
};

/** What can be known of a case. */
export type CaseFact = FactOf<typeof caseFacts>;

export type CaseObservation = Observation<CaseFact>;

export function isCaseFact(value: unknown): value is CaseFact {
  return isFactOf(caseFacts, value);
}
