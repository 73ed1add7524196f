import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { ask } from './client.ts';
import { noRecords, type Records, withListed } from './records.ts';

const key = ['records'] as const;
const visibleMs = 15_000;
/** Nobody looks, but the tab's title counts what is urgent, and a tone tells of more. */
const hiddenMs = 60_000;
/** An index may lag so far behind that a change never shows after a cursor. */
const wholeAgainMs = 30 * 60_000;

/** All open records in sight, kept up to date. Everything that lists shows is worked out of them, at once. */
export function useRecords() {
  const queries = useQueryClient();
  return useQuery({
    queryKey: key,
    refetchInterval: () => (document.hidden ? hiddenMs : visibleMs),
    refetchIntervalInBackground: true,
    queryFn: async ({ signal }): Promise<Records> => {
      const before = queries.getQueryData<Records>(key) ?? noRecords;
      const isOld = Date.now() - before.wholeAtMs > wholeAgainMs;
      const since = before.cursor && !isOld ? { query: { since: before.cursor } } : {};
      const { body } = await ask('listCases', { ...since, signal });
      return body ? withListed(before, body, Date.now()) : before;
    },
  });
}

/** What an act answered is shown before lists tell of it. */
export function useShowRecord(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries();
  };
}

export function entriesOf(records: Records | undefined): readonly Entry[] {
  return [...(records ?? noRecords).entries.values()];
}
