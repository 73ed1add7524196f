import type { SourceAbout } from '../about.ts';

/** Kuaidi100: it follows a number once it was asked to, and pushes what the carrier says (platforms-cn.md, 11). */
export const kuaidi100About = {
  source: 'kuaidi100',
  roles: ['carrier'],
  secrets: {
    signing: 'a salt of our own, which each subscription hands to the feed',
    token: 'the key of the account',
    signingLength: 32,
  },
  following: { pauseAfterAbortMinutes: 30 },
  faultsOf({ api }) {
    const message = 'a kuaidi100 channel needs api.baseUrl (https://poll.kuaidi100.com) to subscribe numbers';
    return api ? [] : [{ path: ['api'], message }];
  },
} satisfies SourceAbout;
