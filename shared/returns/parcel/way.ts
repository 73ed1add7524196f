import type { Move } from '../carrier/facts.ts';
import { followingOf } from '../carrier/following.ts';
import { movementOf, movesIn } from '../carrier/movement.ts';
import { feedCarrierOf, latestRoutes, settledRoutes } from '../carrier/route.ts';
import type { GoodsFact } from '../goods/facts.ts';
import { earliestOf, type Instant } from '../record/instant.ts';
import { factsNamed, type Statement } from '../record/statement.ts';
import type { ParcelFact } from './facts.ts';
import type { Allotment, ParcelLink, ParcelRules, ParcelSnapshot, ParcelView } from './parcel.ts';
import { windowOf } from './window.ts';

type Statements = readonly Statement<ParcelFact>[];

/** Where carriers saw it, each move once. */
export function movesOfParcel(statements: Statements): Move[] {
  return movesIn(factsNamed(statements, 'moved'), latestRoutes(routesIn(statements)));
}

function routesIn(statements: Statements) {
  return settledRoutes(factsNamed(statements, 'route'), factsNamed(statements, 'follow-answered'));
}

export interface WayBasis {
  readonly number: string;
  readonly statements: Statements;
  readonly moves: readonly Move[];
  readonly goods: readonly GoodsFact[];
  readonly links: readonly ParcelLink[];
  readonly views: ReadonlyMap<string, ParcelView>;
  readonly allotment: Allotment;
}

type Way = Pick<
  ParcelSnapshot,
  'carrier' | 'feedCarrier' | 'stage' | 'sides' | 'movedAt' | 'deliveredAt' | 'following' | 'untrackedSince'
>;

/** Where the parcel is, with whom, and who follows it there. */
export function wayOf(basis: WayBasis, rules: ParcelRules): Way {
  const { number, statements, moves, goods, allotment } = basis;
  const moved = factsNamed(statements, 'moved');
  const feedCarrier = feedCarrierOf(latestRoutes(routesIn(statements)));
  const carrier = feedCarrier ?? moved.findLast(({ fact }) => fact.carrier)?.fact.carrier;
  const waiting = allotment === 'not-attributed' ? [] : waitingFor(basis);
  const since = sinceOf(waiting);
  const stated = waiting.find((link) => link.carrier)?.carrier;
  const asked = feedCarrier ?? stated ?? carrier;
  const following = followingOf({ number, ...heardSince(statements, since, stated), waiting, carrier: asked }, rules);
  const isLeft = waiting.length > 0 && (following?.state === 'aborted' || following?.state === 'refused');
  return {
    ...movementOf(moves, goods),
    ...(carrier && { carrier }),
    ...(feedCarrier && { feedCarrier }),
    ...(following && { following }),
    ...(isLeft && following?.since && { untrackedSince: following.since }),
  };
}

/** The open cases to which it has not come, or, of goods that went out, which may hear that it turned round. */
function waitingFor({ links, views }: WayBasis): ParcelLink[] {
  return links.filter(({ caseKey, stands, open, isWithBuyer }) => {
    const stage = views.get(caseKey)?.stage;
    return stands && open && !isWithBuyer && stage !== 'delivered' && stage !== 'received';
  });
}

/** Undefined where one of them may wait since ever. */
function sinceOf(waiting: readonly ParcelLink[]): Instant | undefined {
  const begins = waiting.map((link) => windowOf(link).from);
  return begins.includes(undefined) ? undefined : earliestOf(begins);
}

/** What a feed said before anybody who waits now could wait was of another parcel. Its rounds go on being counted. */
function heardSince(statements: Statements, since: Instant | undefined, stated: string | undefined) {
  const all = factsNamed(statements, 'follow-answered');
  const answers = all.filter(({ at }) => !since || at >= since);
  const routes = factsNamed(statements, 'route').filter((each) => !since || each.receivedAt >= since);
  const earlier = all.filter(({ at }) => since && at < since).map(({ fact }) => fact.round);
  return {
    route: latestRoutes(settledRoutes(routes, answers, stated)).at(-1),
    answers,
    roundsBefore: Math.max(0, ...earlier),
  };
}
