import type { CallOptions } from '#shared/http/guarded-post.ts';
import { allClients } from './all-clients.ts';
import type { StoreClient } from './store-client.ts';

/** The client of each source whose cases are read; undefined for one that tells all by itself. */
export function openClients(options: CallOptions): (source: string) => StoreClient | undefined {
  const clients: readonly StoreClient[] = Object.values(allClients).map((open) => open(options));
  return (source) => clients.find((client) => client.source === source);
}
