import { shopifyLife } from './a-shopify-life.ts';
import { lateCheck } from './b-late-check.ts';
import { lateNews } from './c-late-news.ts';
import { movedDeadline } from './d-moved-deadline.ts';
import { earlyWords } from './e-early-words.ts';
import { parcelsAndCases } from './f-parcels-and-cases.ts';
import { unclaimedParcel } from './g-unclaimed-parcel.ts';
import { strangersAndRubbish } from './h-strangers-and-rubbish.ts';
import { killedInABurst } from './i-killed-in-a-burst.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [
  shopifyLife,
  lateCheck,
  lateNews,
  movedDeadline,
  earlyWords,
  parcelsAndCases,
  unclaimedParcel,
  strangersAndRubbish,
  killedInABurst,
];
