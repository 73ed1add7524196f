import { useQuery } from '@tanstack/react-query';
import type { Candidate } from '#shared/returns/attention/candidates.ts';
import type { ParcelEntry } from '#shared/returns/attention/entry.ts';
import { ask } from '../../data/client.ts';

export interface Shown {
  readonly parcel: ParcelEntry;
  readonly candidates: readonly Candidate[];
}

const everyMs = 30_000;

/** One parcel and what it may be. @param tail - The last four digits of the phone on its label, where somebody read them. */
export function useCandidates(number: string, tail: string | undefined) {
  return useQuery<Shown>({
    queryKey: ['unclaimed', number, tail],
    refetchInterval: everyMs,
    // What was found before is seen while one looks anew.
    placeholderData: (before) => before,
    queryFn: async ({ signal }) => {
      const { body } = await ask('showUnclaimed', { path: { number }, ...(tail && { query: { tail } }), signal });
      return body as Shown;
    },
  });
}
