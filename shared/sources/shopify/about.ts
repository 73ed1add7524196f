import type { SourceAbout } from '../about.ts';

/** Shopify: its webhooks hint, and returns are read by the Admin API (platforms-global.md, 2.1). */
export const shopifyAbout = {
  source: 'shopify',
  roles: ['store'],
  secrets: {
    signing: 'the client secret of the app',
    token: 'an Admin API access token with the scopes read_returns and read_orders',
  },
  reading: { signsCalls: false, readsAtOnce: 5 },
  faultsOf({ shops, api }) {
    const message =
      'a shopify channel serves exactly one shop (shops: ["<shop>.myshopify.com"]) and needs api.baseUrl and api.version';
    return shops.length === 1 && api ? [] : [{ path: [], message }];
  },
} satisfies SourceAbout;
