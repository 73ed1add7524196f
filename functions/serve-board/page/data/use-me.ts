import { useQuery } from '@tanstack/react-query';
import type { OperationName } from '#shared/api/operations.ts';
import { ask } from './client.ts';
import type { Me } from './me.ts';

export type { Me } from './me.ts';

/** Who is signed in; undefined while it is not known. */
export function useMe(): Me | undefined {
  return useQuery({
    queryKey: ['me'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await ask('showMe', {})).body,
  }).data;
}

/** Whether they may ask for it. */
export function mayAsk(me: Me | undefined, operation: OperationName): boolean {
  return me?.operations.includes(operation) ?? false;
}
