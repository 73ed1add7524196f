import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { ask } from './client.ts';
import { noRecords, type Records, type ShownRecord, withListed, withShown } from './records.ts';

const key = ['records'] as const;
const visibleMs = 15_000;
/** After an act, until lists tell of it. */
const awaitingMs = 5_000;
/** Nobody looks, but the tab's title counts what is urgent, and a tone tells of more. */
const hiddenMs = 60_000;
/** An index may lag so far behind that a change never shows after a cursor. */
const wholeAgainMs = 30 * 60_000;

/** All open records in sight, kept up to date. Everything that lists shows is worked out of them, at once. */
export function useRecords() {
  const queries = useQueryClient();
  const read = () => queries.getQueryData<Records>(key) ?? noRecords;
  return useQuery<Records>({
    queryKey: key,
    refetchInterval: ({ state }) => intervalOf(state.data),
    refetchIntervalInBackground: true,
    queryFn: async ({ signal }) => {
      const { cursor, wholeAtMs } = read();
      const isOld = Date.now() - wholeAtMs > wholeAgainMs;
      const since = cursor && !isOld ? { query: { since: cursor } } : {};
      const { body } = await ask('listCases', { ...since, signal });
      // As they are by now: an act may have been answered meanwhile.
      return body ? withListed(read(), body, Date.now()) : read();
    },
  });
}

function intervalOf(records: Records | undefined): number {
  if (document.hidden) {
    return hiddenMs;
  }
  return (records?.awaited.size ?? 0) > 0 ? awaitingMs : visibleMs;
}

/** Shows what an act answered before lists tell of it, and asks for all that is shown anew. */
export function useShowRecord(): (shown?: ShownRecord) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async (shown) => {
      if (shown) {
        queries.setQueryData<Records>(key, (before) => before && withShown(before, shown, Date.now()));
      }
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
    [queries],
  );
}

const listOf = new WeakMap<Records, readonly Entry[]>();

/** The same list as long as they are the same. */
export function entriesOf(records: Records | undefined): readonly Entry[] {
  const own = records ?? noRecords;
  const known = listOf.get(own) ?? [...own.entries.values()];
  listOf.set(own, known);
  return known;
}
