import { openDoudianClient } from './doudian/client.ts';
import { openShopifyClient } from './shopify/client.ts';
import type { StoreClient } from './store-client.ts';

const clients: readonly StoreClient[] = [openShopifyClient(), openDoudianClient()];

/** The client of a source whose cases are read; undefined for one that tells all by itself. */
export function clientOf(source: string): StoreClient | undefined {
  return clients.find((client) => client.source === source);
}
