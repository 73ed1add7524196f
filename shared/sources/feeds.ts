import type { CarrierFeed } from './carrier-feed.ts';
import { openKuaidi100Feed } from './kuaidi100/subscribe.ts';

const feeds: readonly CarrierFeed[] = [openKuaidi100Feed()];

/** The feed of a source at which numbers are subscribed; undefined for one that needs no asking. */
export function feedOf(source: string): CarrierFeed | undefined {
  return feeds.find((feed) => feed.source === source);
}
