import { contactFacts } from '../contact/facts.ts';
import { deadlineFacts } from '../deadlines/facts.ts';
import { decisionFacts } from '../decision/facts.ts';
import { disputeFacts } from '../disputes/facts.ts';
import { goodsFacts } from '../goods/facts.ts';
import { moneyFacts } from '../money/facts.ts';
import { openingFacts } from '../opening/facts.ts';
import { platformFacts } from '../platform/facts.ts';
import { preAdviceFacts } from '../pre-advice/facts.ts';
import { type FactOf, isFactOf } from '../record/fact.ts';
import { trackingFacts } from '../tracking/facts.ts';

const caseFacts = {
  ...openingFacts,
  ...decisionFacts,
  ...platformFacts,
  ...trackingFacts,
  /** Goods that a warehouse reports by case, without a tracking number. */
  ...goodsFacts,
  ...moneyFacts,
  ...preAdviceFacts,
  ...contactFacts,
  ...disputeFacts,
  ...deadlineFacts,
};

/** What can be known of a case. */
export type CaseFact = FactOf<typeof caseFacts>;

export function isCaseFact(value: unknown): value is CaseFact {
  return isFactOf(caseFacts, value);
}
