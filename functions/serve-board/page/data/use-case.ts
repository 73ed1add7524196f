import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '#shared/api/case-view.ts';
import type { TimelineEntry } from '#shared/api/timeline.ts';
import type { Locale } from '#shared/words/locale.ts';
import { ask, RefusedError } from './client.ts';

const visibleMs = 15_000;

/** What was refused is not asked for again by itself. */
function again({ state }: { readonly state: { readonly error: unknown } }): number | false {
  return state.error instanceof RefusedError ? false : visibleMs;
}

/** A case as it stands, asked for again and again while somebody looks. */
export function useCase(caseKey: string) {
  return useQuery({
    queryKey: ['case', caseKey],
    refetchInterval: again,
    queryFn: async ({ signal }): Promise<CaseView | null> =>
      (await ask('showCase', { path: { key: caseKey }, signal })).body ?? null,
  });
}

/** All that happened to it, the earliest first, in one language. */
export function useTimeline(caseKey: string, lang: Locale) {
  return useQuery({
    queryKey: ['case', caseKey, 'timeline', lang],
    refetchInterval: again,
    queryFn: async ({ signal }): Promise<readonly TimelineEntry[]> =>
      (await ask('showTimeline', { path: { key: caseKey }, query: { lang }, signal })).body?.entries ?? [],
  });
}

/** Which deliveries spoke of it; asked for once somebody wants to know. */
export function useCaseDeliveries(caseKey: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['case', caseKey, 'deliveries'],
    enabled: isWanted,
    refetchInterval: again,
    queryFn: async ({ signal }) =>
      (await ask('listCaseDeliveries', { path: { key: caseKey }, signal })).body?.deliveries ?? [],
  });
}
