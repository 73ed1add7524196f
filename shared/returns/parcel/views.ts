import type { Move } from '../carrier/facts.ts';
import { type Movement, movementOf, outboundMovement } from '../carrier/movement.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { goodsIdOf, receivedAtOf } from '../goods/goods.ts';
import { digestOf } from '../record/digest.ts';
import type { Instant } from '../record/instant.ts';
import type { ParcelLink, ParcelSnapshot, ParcelView } from './parcel.ts';
import type { Whose } from './whose.ts';
import { areAtOnce, isWithin, type Window, windowOf } from './window.ts';

interface Basis {
  readonly moves: readonly Move[];
  readonly goods: readonly GoodsFact[];
  readonly links: readonly ParcelLink[];
  readonly whose: Whose;
}

/** What each case that ever named the number sees of it: what is, or may be, its own. Of one that only seemed to name it there is nothing to see. */
export function viewsOf(basis: Basis): ReadonlyMap<string, ParcelView> {
  const named = basis.links.filter(({ stands, statedAt }) => stands || statedAt);
  return new Map(named.map((link) => [link.caseKey, viewOf(link, basis)]));
}

function viewOf(link: ParcelLink, { moves, goods, links, whose }: Basis): ParcelView {
  const { own, others } = goodsFor(link, goods, whose);
  const signedAt = signedBefore(link, moves);
  const window = windowFor(link, signedAt);
  const receivedAt = receivedAtOf(own);
  const isUsedBefore =
    !link.isOutbound && (signedAt !== undefined || others.length > 0 || hasEndedBefore(window, moves, goods));
  const isShared = links.some((each) => each !== link && each.stands && link.stands && areAtOnce(each, link));
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

function movementFor({ isOutbound }: ParcelLink, moves: readonly Move[], own: readonly GoodsFact[]): Movement {
  return isOutbound ? outboundMovement(moves, own) : movementOf(moves, own);
}

/** What nobody counts is seen by each case within whose time it came, also by one that names the number no more. */
function goodsFor(
  link: ParcelLink,
  goods: readonly GoodsFact[],
  { arrivals }: Whose,
): { readonly own: readonly GoodsFact[]; readonly others: readonly GoodsFact[] } {
  const isOwn = ({ holders }: Whose['arrivals'][number]) => holders.some(({ caseKey }) => caseKey === link.caseKey);
  const seen = arrivals.filter((arrival) =>
    arrival.holders.length > 0 ? isOwn(arrival) : isWithin(windowOf(link), arrival.at),
  );
  const mine = new Set(seen.flatMap((arrival) => arrival.goods));
  // What comes after is another parcel's, too, and makes the number no other for this case.
  const others = arrivals.filter((arrival) => !seen.includes(arrival) && isUsed(link, arrival.at));
  return { own: goods.filter((fact) => mine.has(fact)), others: others.flatMap((arrival) => arrival.goods) };
}

function isUsed(link: ParcelLink, at: Instant): boolean {
  return isWithin(windowOf(link), at) && link.statedAt !== undefined && at < link.statedAt;
}

/** Somebody signed for the parcel before the case was asked for: it was another, or the one that went out. */
function signedBefore(link: ParcelLink, moves: readonly Move[]): Instant | undefined {
  const { askedAt } = link;
  const signed = moves.filter(
    ({ stage, at }) => stage === 'delivered' && isWithin(windowOf(link), at) && askedAt !== undefined && at < askedAt,
  );
  return signed
    .map(({ at }) => at)
    .sort()
    .at(-1);
}

function windowFor(link: ParcelLink, signedAt: Instant | undefined): Window {
  const window = windowOf(link);
  return signedAt && link.askedAt && !link.isOutbound ? { ...window, from: link.askedAt } : window;
}

/** Something ended under the number before the case's time. */
function hasEndedBefore({ from }: Window, moves: readonly Move[], goods: readonly GoodsFact[]): boolean {
  const ends = [...moves.filter(({ stage }) => stage === 'delivered'), ...goods];
  return from !== undefined && ends.some(({ at }) => at < from);
}

/** Only those that are not what the parcel itself shows: mostly there is one case, and all is its own. */
export function ownViews(
  whole: Pick<ParcelSnapshot, 'stage' | 'sides' | 'movedAt' | 'deliveredAt' | 'receivedAt' | 'goods' | 'allotment'>,
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
  const other = [...views].filter(([, view]) => digestOf(view) !== plain);
  return other.length > 0 ? { views: Object.fromEntries(other) } : {};
}
