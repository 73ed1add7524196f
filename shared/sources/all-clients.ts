import { openDoudianClient } from './doudian/client.ts';
import { openShopifyClient } from './shopify/client.ts';

/** How each store is opened whose cases are read. Written by `npm run registries` from the folders beside it. */
export const allClients = {
  doudian: openDoudianClient,
  shopify: openShopifyClient,
};
