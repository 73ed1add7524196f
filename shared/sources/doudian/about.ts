import type { SourceAbout } from '../about.ts';

/** Doudian: its pushes hint, and cases are read by the open API (platforms-cn.md, 2). One channel is one app, with all its shops. */
export const doudianAbout = {
  source: 'doudian',
  roles: ['store'],
  secrets: {
    signing: 'the secret of the app, which signs our calls, too',
    token: 'the access token of the shop, or accessTokens by shop where the app serves several',
  },
  reading: { signsCalls: true, readsAtOnce: 5 },
  faultsOf({ api, appKey }) {
    const message = 'a doudian channel needs appKey (its app), shops (their numbers), api.baseUrl and api.version';
    return api && appKey ? [] : [{ path: [], message }];
  },
} satisfies SourceAbout;
