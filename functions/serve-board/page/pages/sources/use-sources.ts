import { useQuery } from '@tanstack/react-query';
import { ask } from '../../data/client.ts';
import type { Health } from './troubles.ts';

/** One look costs a call for each queue. */
const everyMs = 30_000;

export function useSources() {
  return useQuery<Health>({
    queryKey: ['sources'],
    refetchInterval: everyMs,
    queryFn: async ({ signal }) => (await ask('listSources', { signal })).body as Health,
  });
}
