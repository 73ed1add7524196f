import { openKuaidi100Feed } from './kuaidi100/feed.ts';

/** How each feed is opened that is asked to follow numbers. Written by `npm run registries` from the folders beside it. */
export const allFeeds = {
  kuaidi100: openKuaidi100Feed,
};
