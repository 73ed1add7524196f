import { goodsIdOf } from '../goods/goods.ts';
import { type Instant, instantOf, latestOf } from '../record/instant.ts';
import type { ParcelState } from '../tracking/facts.ts';
import type { ParcelSnapshot } from './parcel.ts';

/** What the parcel says to one of the cases that are linked to it. */
export function parcelStateFor(caseKey: string, parcel: ParcelSnapshot): ParcelState {
  const { number, carrier, feedCarrier, following, untrackedSince, expected, allottedAt } = parcel;
  return {
    number,
    ...(carrier && { carrier }),
    ...(feedCarrier && { feedCarrier }),
    ...(following && { following: following.state }),
    ...(untrackedSince && { untrackedSince }),
    ...(expected && { expected }),
    ...(allottedAt && { allottedAt }),
    ...seenBy(caseKey, parcel),
    units: (Object.hasOwn(parcel.shares, caseKey) && parcel.shares[caseKey]) || {},
  };
}

type Seen = Pick<
  ParcelState,
  | 'stage'
  | 'sides'
  | 'movedAt'
  | 'deliveredAt'
  | 'receivedAt'
  | 'allotment'
  | 'goods'
  | 'isUsedBefore'
  | 'isShared'
  | 'expected'
>;

/** To a case that only seemed to name the number. */
const nothing: Seen = { stage: 'numbered', sides: [], goods: [], allotment: 'divided' };

/** What is the case's own of what moved and came. */
function seenBy(
  caseKey: string,
  { views = {}, stage, sides, movedAt, deliveredAt, receivedAt, allotment, ...parcel }: ParcelSnapshot,
): Seen {
  const view = Object.hasOwn(views, caseKey) ? views[caseKey] : undefined;
  if (!view && !parcel.cases.includes(caseKey)) {
    return nothing;
  }
  if (!view) {
    const times = {
      ...(movedAt && { movedAt }),
      ...(deliveredAt && { deliveredAt }),
      ...(receivedAt && { receivedAt }),
    };
    return { stage, sides, ...times, goods: parcel.goods, allotment };
  }
  const { goods, since, ...own } = view;
  const ids = new Set(goods);
  const expected = since && parcel.expected?.filter(({ at }) => at >= since);
  return {
    ...own,
    goods: parcel.goods.filter((fact) => ids.has(goodsIdOf(fact))),
    ...(expected && { expected }),
  };
}

/**
 * True while the state says nothing that the case has to know: nobody has moved, received or expected anything, no feed named a carrier
 * or gave up. That a feed was asked, or follows, is no news by itself. The case leaves such a state out.
 */
export function isTrivialState(state: ParcelState): boolean {
  const { movedAt, feedCarrier, untrackedSince, expected, isUsedBefore, isShared, goods, allotment } = state;
  const said = [movedAt, feedCarrier, untrackedSince, expected, isUsedBefore, isShared];
  const isSilent = said.every((each) => each === undefined);
  return isSilent && goods.length === 0 && allotment !== 'not-attributed';
}

/** When the last of what the state tells was so. Only of the state, so that equal states have equal times in whichever order they were learned. */
export function stateTimeOf({ movedAt, untrackedSince, allottedAt, expected = [], goods }: ParcelState): Instant {
  const times = [movedAt, untrackedSince, allottedAt, ...[...expected, ...goods].map(({ at }) => at)];
  return latestOf(times) ?? instantOf(0);
}
