import { allFeeds } from './all-feeds.ts';
import type { CarrierFeed } from './carrier-feed.ts';

const feeds: readonly CarrierFeed[] = Object.values(allFeeds).map((open) => open());

/** The feed of a source at which numbers are subscribed; undefined for one that needs no asking. */
export function feedOf(source: string): CarrierFeed | undefined {
  return feeds.find((feed) => feed.source === source);
}
