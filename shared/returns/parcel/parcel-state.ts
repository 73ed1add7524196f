import { type Instant, instantOf } from '../record/instant.ts';
import type { ParcelState } from '../tracking/facts.ts';
import type { ParcelSnapshot } from './parcel.ts';

/** What the parcel says to one of the cases that are linked to it. */
export function parcelStateFor(caseKey: string, parcel: ParcelSnapshot): ParcelState {
  const share = Object.hasOwn(parcel.shares, caseKey) ? parcel.shares[caseKey] : undefined;
  return {
    number: parcel.number,
    ...(parcel.carrier && { carrier: parcel.carrier }),
    ...(parcel.feedCarrier && { feedCarrier: parcel.feedCarrier }),
    stage: parcel.stage,
    sides: parcel.sides,
    ...(parcel.movedAt && { movedAt: parcel.movedAt }),
    ...(parcel.following && { following: parcel.following.state }),
    ...(parcel.untrackedSince && { untrackedSince: parcel.untrackedSince }),
    ...(parcel.expected && { expected: parcel.expected }),
    ...(parcel.receivedAt && { receivedAt: parcel.receivedAt }),
    goods: parcel.goods,
    units: share ?? {},
    allotment: parcel.allotment,
  };
}

/**
 * True while the state says nothing that the case has to know: nobody has moved, received or expected anything, no feed named a carrier
 * or gave up. That a feed was asked, or follows, is no news by itself. The case leaves such a state out.
 */
export function isTrivialState(state: ParcelState): boolean {
  const { movedAt, feedCarrier, untrackedSince, expected, goods, allotment } = state;
  const isSilent = [movedAt, feedCarrier, untrackedSince, expected].every((each) => each === undefined);
  return isSilent && goods.length === 0 && allotment !== 'not-attributed';
}

/** When the last of what the state tells was so. Only of the state, so that equal states have equal times in whichever order they were learned. */
export function stateTimeOf({ movedAt, untrackedSince, expected = [], goods }: ParcelState): Instant {
  const times = [movedAt, untrackedSince, ...[...expected, ...goods].map(({ at }) => at)];
  return (
    times
      .filter((at) => at !== undefined)
      .sort()
      .at(-1) ?? instantOf(0)
  );
}
