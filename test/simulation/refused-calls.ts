import type { Difference } from './difference.ts';
import type { Lane } from './lane.ts';

type RefusedBy = Readonly<Record<string, number>>;

/** How many of Backhaul's calls each of them could make nothing of: an unknown caller, a false signature, a missing field, another warehouse's order. */
export function refusedCalls({ doudian, outlet, feed, hangzhou, south, north }: Lane): RefusedBy {
  return {
    'the Doudian API': doudian.counts.api.refused,
    'the Doudian API of the outlet': outlet.counts.api.refused,
    'the carrier feed': feed.counts.subscriptions.refused,
    'warehouse hangzhou': hangzhou.counts.calls.refused,
    'warehouse south': south.counts.calls.refused,
    'warehouse north': north.counts.refused,
  };
}

export function refusedSince(before: RefusedBy, after: RefusedBy): Difference[] {
  return Object.entries(after)
    .map(([about, count]) => ({ about, count: count - (before[about] ?? 0) }))
    .filter(({ count }) => count > 0)
    .map(({ about, count }) => ({ about, what: `refused ${count} calls that it could make nothing of` }));
}
