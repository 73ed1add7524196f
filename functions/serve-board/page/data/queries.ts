import { QueryClient } from '@tanstack/react-query';
import { SignedOutError } from '../session/session.ts';
import { RefusedError } from './client.ts';

const mostTries = 3;

/** What was refused is refused again; a connection that failed is tried some more. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failed, error) =>
        !(error instanceof RefusedError || error instanceof SignedOutError) && failed < mostTries,
      // Also without a network: a page of this machine's own emulator needs none.
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 5_000,
    },
    mutations: { networkMode: 'always' },
  },
});
