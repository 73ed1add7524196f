import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../../data/client.ts';
import type { Delivery } from './replay-standing.ts';

export type MessageList = 'not-understood' | 'unmatched';

interface Page {
  readonly deliveries: readonly Delivery[];
  readonly after: string | undefined;
}

const everyMs = 30_000;

/** A page after the other; one may be empty and not be the last. */
export function useMessages(outcome: MessageList) {
  return useInfiniteQuery({
    queryKey: ['deliveries', outcome],
    refetchInterval: everyMs,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }: Page) => after,
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const query = { outcome, ...(pageParam !== undefined && { after: pageParam }) };
      const { body } = await ask('listDeliveries', { query, signal });
      return { deliveries: body?.deliveries ?? [], after: body?.after };
    },
  });
}
