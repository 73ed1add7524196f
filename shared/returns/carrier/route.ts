import { compare, type Statement } from '../record/statement.ts';
import type { RouteFact } from './facts.ts';

type Route = Statement<RouteFact>;

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
  return latest && (latest.moves.length > 0 || isCorrection(latest)) ? latest.carrier : undefined;
}
