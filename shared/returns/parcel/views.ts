import type { Move } from '../carrier/facts.ts';
import { type Movement, movementOf, outboundMovement } from '../carrier/movement.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { goodsIdOf, receivedAtOf } from '../goods/goods.ts';
import { digestOf } from '../record/digest.ts';
import { isWithdrawnLink } from '../tracking/links.ts';
import type { Arrival } from './arrivals.ts';
import type { ParcelLink, ParcelSnapshot, ParcelView } from './parcel.ts';
import type { Whose } from './whose.ts';
import { areAtOnce, isWithin, type Window, windowOf } from './window.ts';

interface Basis {
  readonly moves: readonly Move[];
  readonly goods: readonly GoodsFact[];
  readonly links: readonly ParcelLink[];
  readonly whose: Whose;
}

/** What each case that ever named the number sees of it: what is, or may be, its own. One that only seemed to name it sees nothing, and has no view. */
export function viewsOf(basis: Basis): ReadonlyMap<string, ParcelView> {
  const named = basis.links.filter((link) => !isWithdrawnLink(link));
  return new Map(named.map((link) => [link.caseKey, viewOf(link, basis)]));
}

function viewOf(link: ParcelLink, basis: Basis): ParcelView {
  const { moves, links, whose } = basis;
  const own = goodsFor(link, basis);
  const window = windowFor(link, moves);
  const receivedAt = receivedAtOf(own);
  const isUsedBefore = !link.isOutbound && isUsed(link, window, basis, own);
  const isShared =
    links.some((each) => each !== link && each.stands && link.stands && areAtOnce(each, link)) ||
    whose.arrivals.some((each) => isDoubtful(each, link));
  return {
    ...movementFor(
      link,
      moves.filter(({ at }) => isWithin(window, at)),
      own,
    ),
    ...(receivedAt && { receivedAt }),
    goods: own.map(goodsIdOf),
    allotment: whose.allotments.get(link.caseKey) ?? whose.allotment,
    ...(isUsedBefore && { isUsedBefore, ...(window.from && { since: window.from }) }),
    ...(isShared && { isShared }),
  };
}

/** It may be another case's that was passed over, and no person said whose it is. */
function isDoubtful({ holders, passedOver, shares }: Arrival, link: ParcelLink): boolean {
  return !shares && passedOver.length > 0 && [...holders, ...passedOver].includes(link);
}

/** What is delivered under an outbound number that did not turn round, whoever typed it, is delivered to the buyer. */
function movementFor(link: ParcelLink, moves: readonly Move[], own: readonly GoodsFact[]): Movement {
  if (link.isOutbound) {
    return outboundMovement(moves, own);
  }
  const { deliveredAt, ...movement } = movementOf(moves, own);
  return { ...movement, ...(deliveredAt && !link.isTypedOutbound && { deliveredAt }) };
}

/** What nobody counts is seen by each case within whose time it came, also by one that names the number no more. */
function goodsFor(link: ParcelLink, { goods, whose: { arrivals } }: Basis): readonly GoodsFact[] {
  const seen = arrivals.filter(({ holders, at }) =>
    holders.length > 0 ? holders.some(({ caseKey }) => caseKey === link.caseKey) : isWithin(windowOf(link), at),
  );
  const mine = new Set(seen.flatMap((arrival) => arrival.goods));
  return goods.filter((fact) => mine.has(fact));
}

/** Where somebody signed for the parcel before the case was asked for, it was another, or the one that went out: no movement before that counts. */
function windowFor(link: ParcelLink, moves: readonly Move[]): Window {
  const window = windowOf(link);
  const { askedAt } = link;
  const isSigned = moves.some(
    ({ stage, at }) => stage === 'delivered' && isWithin(window, at) && askedAt !== undefined && at < askedAt,
  );
  return isSigned && askedAt && !link.isOutbound ? { ...window, from: askedAt } : window;
}

/**
 * Something ended under the number before the case's time, or came for another case before this one named it. What comes after is another parcel's, too,
 * and makes the number no other for this case.
 */
function isUsed(
  { statedAt }: ParcelLink,
  { from }: Window,
  { moves, goods }: Basis,
  own: readonly GoodsFact[],
): boolean {
  const others = goods.filter((fact) => !own.includes(fact));
  const ends = [...moves.filter(({ stage }) => stage === 'delivered'), ...goods];
  return (
    (from !== undefined && ends.some(({ at }) => at < from)) ||
    (statedAt !== undefined && others.some(({ at }) => at < statedAt))
  );
}

/** Only those that are not what the parcel itself shows to a case that names it: mostly there is one case, and all is its own. */
export function ownViews(
  whole: Pick<
    ParcelSnapshot,
    'stage' | 'sides' | 'movedAt' | 'deliveredAt' | 'receivedAt' | 'goods' | 'allotment' | 'cases'
  >,
  views: ReadonlyMap<string, ParcelView>,
): Pick<ParcelSnapshot, 'views'> {
  const { stage, sides, movedAt, deliveredAt, receivedAt, allotment } = whole;
  const plain = digestOf({
    stage,
    sides,
    movedAt,
    deliveredAt,
    receivedAt,
    allotment,
    goods: whole.goods.map(goodsIdOf),
  });
  const other = [...views].filter(([key, view]) => !whole.cases.includes(key) || digestOf(view) !== plain);
  return other.length > 0 ? { views: Object.fromEntries(other) } : {};
}
