import { shopifyReturn } from './a-shopify.ts';
import { lateCheck } from './b-late-check.ts';
import { missedRefund } from './c-missed-refund.ts';
import { movedDeadline } from './d-moved-deadline.ts';
import { othersFirst } from './e-others-first.ts';
import { manyParcels } from './f-parcels.ts';
import { unclaimedParcel } from './g-unclaimed.ts';
import { badInput } from './h-bad-input.ts';
import { killedWriter } from './i-killed.ts';
import type { Scenario } from './scenario.ts';

/** Side by side; none touches another's cases. */
export const scenarios: readonly Scenario[] = [
  shopifyReturn,
  lateCheck,
  missedRefund,
  movedDeadline,
  othersFirst,
  manyParcels,
  unclaimedParcel,
  badInput,
];

/** Alone and last: it kills what the others need. */
export const lastScenario: Scenario = killedWriter;
