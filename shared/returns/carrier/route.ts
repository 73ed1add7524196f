import { compare, type Statement } from '../record/statement.ts';
import type { FollowAnsweredFact, RouteFact } from './facts.ts';

type Route = Statement<RouteFact>;

/**
 * The routes with the ends that only show beside others: a feed that gave up and handed the number over goes on following it, while the carrier is new. It is not
 * where the feed was asked with it, or found the number there, before.
 *
 * @param stated - What it was asked with, where no answer of before says so.
 */
export function settledRoutes(
  routes: readonly Route[],
  answers: readonly Statement<FollowAnsweredFact>[],
  stated?: string,
): Route[] {
  return routes.map((route) =>
    route.fact.gaveUp && isKnownCarrier(route, { routes, answers, stated })
      ? { ...route, fact: { ...route.fact, end: 'aborted' } }
      : route,
  );
}

interface Known {
  readonly routes: readonly Route[];
  readonly answers: readonly Statement<FollowAnsweredFact>[];
  readonly stated: string | undefined;
}

function isKnownCarrier(
  { id, from, receivedAt, fact: { carrier } }: Route,
  { routes, answers, stated }: Known,
): boolean {
  const taken = answers.filter(({ fact, at }) => fact.accepted && at <= receivedAt);
  const askedWith = taken.length > 0 ? taken.map(({ fact }) => fact.carrier) : [stated];
  const found = routes.filter(
    (each) =>
      each.from === from && (compare(each.receivedAt, receivedAt) || compare(each.id, id)) < 0 && isFound(each.fact),
  );
  return [...askedWith, ...found.map(({ fact }) => fact.carrier)].includes(carrier);
}

/**
 * Of each sender the latest route, the latest of all last. The newest move decides; of two with one newest move the one that ended
 * (a feed that is over says so with the moves that it had), then the one that we got later. A route without moves gives way to any that
 * has some: its time is no move's, so it cannot be compared; nor can that of one by the parcel's state alone. Routes of a carrier that their sender found to be the wrong one are left
 * out, however new their moves: they are another parcel's.
 */
export function latestRoutes(routes: readonly Route[]): Route[] {
  const wrong = new Map<string, ReadonlySet<string>>(
    [...Map.groupBy(routes, ({ from }) => from)].map(([from, own]) => [from, wrongCarriers(own)]),
  );
  const sorted = routes.filter(({ from, fact }) => !wrong.get(from)?.has(fact.carrier ?? '')).sort(compareRoutes);
  const latest = new Map(sorted.map((route) => [route.from, route]));
  return [...latest.values()].sort(compareRoutes);
}

/**
 * By one sender's corrections, each in turn as we got them: one may be taken back by a later one. Where it does not say which carrier was the
 * wrong one, all that it named before were.
 */
function wrongCarriers(routes: readonly Route[]): ReadonlySet<string> {
  const wrong = new Set<string>();
  const inTurn = routes.toSorted((a, b) => compare(a.receivedAt, b.receivedAt) || compareRoutes(a, b));
  for (const [index, { fact }] of inTurn.entries()) {
    if (isCorrection(fact)) {
      for (const each of correctedBy(fact, inTurn.slice(0, index))) {
        wrong.add(each);
      }
      wrong.delete(fact.carrier ?? '');
    }
  }
  return wrong;
}

function correctedBy({ corrects }: RouteFact, before: readonly Route[]): string[] {
  return corrects === undefined ? before.flatMap(({ fact }) => fact.carrier ?? []) : [corrects];
}

function isCorrection({ corrects, handedOver }: RouteFact): boolean {
  return corrects !== undefined || handedOver === true;
}

const endRank = { none: 0, aborted: 1, finished: 2 } as const;

function compareRoutes(a: Route, b: Route): number {
  return (
    Number(hasSteps(a.fact)) - Number(hasSteps(b.fact)) ||
    compare(a.at, b.at) ||
    endRank[a.fact.end ?? 'none'] - endRank[b.fact.end ?? 'none'] ||
    compare(a.receivedAt, b.receivedAt) ||
    compare(a.id, b.id)
  );
}

function hasSteps({ moves, byState }: RouteFact): boolean {
  return moves.length > 0 && !byState;
}

/**
 * The carrier that the latest route names, where the feed found the number there: it has a move, or the feed corrected the carrier. Without
 * either it only gives back what the feed was asked with.
 */
export function feedCarrierOf(routes: readonly Route[]): string | undefined {
  const latest = routes.at(-1)?.fact;
  return latest && isFound(latest) ? latest.carrier : undefined;
}

function isFound(fact: RouteFact): boolean {
  return fact.moves.length > 0 || isCorrection(fact);
}
