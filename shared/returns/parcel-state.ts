import type { ParcelState } from './fact.ts';
import { type Instant, instantOf } from './instant.ts';
import type { ParcelSnapshot } from './parcel.ts';

/** What the parcel says to one of the cases that are linked to it. */
export function parcelStateFor(caseKey: string, parcel: ParcelSnapshot): ParcelState {
  const share = Object.hasOwn(parcel.shares, caseKey) ? parcel.shares[caseKey] : undefined;
  return {
    number: parcel.number,
    ...(parcel.carrier && { carrier: parcel.carrier }),
    stage: parcel.stage,
    sides: parcel.sides,
    ...(parcel.movedAt && { movedAt: parcel.movedAt }),
    ...(parcel.receivedAt && { receivedAt: parcel.receivedAt }),
    goods: parcel.goods,
    units: share ?? {},
    allotment: parcel.allotment,
  };
}

/** True while the state says nothing that the case does not know itself: nobody has moved or received anything. The case leaves it out. */
export function isTrivialState(state: ParcelState): boolean {
  return state.movedAt === undefined && state.goods.length === 0 && state.allotment !== 'not-attributed';
}

/** When the last of what the state tells was so. Only of the state, so that equal states have equal times in whichever order they were learned. */
export function stateTimeOf({ movedAt, goods }: ParcelState): Instant {
  const times = [...(movedAt ? [movedAt] : []), ...goods.map(({ at }) => at)];
  return times.sort().at(-1) ?? instantOf(0);
}
