import type { FollowAnsweredFact, RouteFact } from './carrier-fact.ts';
import { compare, type Statement } from './statement.ts';

type Route = Statement<RouteFact>;

/**
 * Of each sender the latest route, the latest of all last. The newest move decides; of two with one newest move the one that ended
 * (a feed that is over says so with the moves that it had), then the one that we got later. A route without moves gives way to any that
 * has some: its time is no move's, so it cannot be compared.
 */
export function latestRoutes(routes: readonly Route[]): Route[] {
  const sorted = [...routes].sort(compareRoutes);
  const latest = new Map(sorted.map((route) => [route.from, route]));
  return [...latest.values()].sort(compareRoutes);
}

const endRank = { none: 0, aborted: 1, finished: 2 } as const;

function compareRoutes(a: Route, b: Route): number {
  return (
    Number(a.fact.moves.length > 0) - Number(b.fact.moves.length > 0) ||
    compare(a.at, b.at) ||
    endRank[a.fact.end ?? 'none'] - endRank[b.fact.end ?? 'none'] ||
    compare(a.receivedAt, b.receivedAt) ||
    compare(a.id, b.id)
  );
}

/**
 * The carrier that the latest route names. Not where it only gives back what the feed was asked with: without a single move the feed
 * has not found the number there.
 */
export function feedCarrierOf(
  routes: readonly Route[],
  answers: readonly Statement<FollowAnsweredFact>[],
): string | undefined {
  const latest = routes.at(-1)?.fact;
  const isEcho = latest?.moves.length === 0 && answers.some(({ fact }) => fact.carrier === latest.carrier);
  return isEcho ? undefined : latest?.carrier;
}
