import { shopifyLife } from './a-shopify-life.ts';
import { oneLineTwoCases } from './aa-one-line-two-cases.ts';
import { refusedAtTheDoor } from './ab-refused-at-the-door.ts';
import { toldByRobots } from './ac-told-by-robots.ts';
import { nothingWaitsUnseen } from './ad-nothing-waits-unseen.ts';
import { lateCheck } from './b-late-check.ts';
import { lateNews } from './c-late-news.ts';
import { movedDeadline } from './d-moved-deadline.ts';
import { earlyWords } from './e-early-words.ts';
import { parcelsAndCases } from './f-parcels-and-cases.ts';
import { unclaimedParcel } from './g-unclaimed-parcel.ts';
import { strangersAndRubbish } from './h-strangers-and-rubbish.ts';
import { killedInABurst } from './i-killed-in-a-burst.ts';
import { doudianLife } from './j-doudian-life.ts';
import { replacedAndWithdrawn } from './k-replaced-and-withdrawn.ts';
import { oneParcelTwoCases } from './l-one-parcel-two-cases.ts';
import { hangingWarehouse } from './m-hanging-warehouse.ts';
import { storeDown } from './n-store-down.ts';
import { toldByErp } from './o-told-by-erp.ts';
import { laneAtScale } from './p-lane-at-scale.ts';
import { numbersInOneField } from './r-numbers-in-one-field.ts';
import { readInPart } from './s-read-in-part.ts';
import type { Scenario } from './scenario.ts';
import { confirmedInPart } from './t-confirmed-in-part.ts';
import { readAnew } from './u-read-anew.ts';
import { numberUsedBefore } from './v-number-used-before.ts';
import { swappedGoods } from './w-swapped-goods.ts';
import { askedAgain } from './x-asked-again.ts';
import { threeInTwoParcels } from './y-three-in-two-parcels.ts';
import { refundedWhileOut } from './z-refunded-while-out.ts';

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
  doudianLife,
  replacedAndWithdrawn,
  oneParcelTwoCases,
  hangingWarehouse,
  storeDown,
  toldByErp,
  laneAtScale,
  numbersInOneField,
  readInPart,
  confirmedInPart,
  readAnew,
  numberUsedBefore,
  swappedGoods,
  askedAgain,
  threeInTwoParcels,
  refundedWhileOut,
  oneLineTwoCases,
  refusedAtTheDoor,
  toldByRobots,
  nothingWaitsUnseen,
];
