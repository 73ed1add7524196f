import { allClients } from './all-clients.ts';
import type { StoreClient } from './store-client.ts';

const clients: readonly StoreClient[] = Object.values(allClients).map((open) => open());

/** The client of a source whose cases are read; undefined for one that tells all by itself. */
export function clientOf(source: string): StoreClient | undefined {
  return clients.find((client) => client.source === source);
}
