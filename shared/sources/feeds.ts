import type { CallOptions } from '#shared/http/guarded-post.ts';
import { allFeeds } from './all-feeds.ts';
import type { CarrierFeed } from './carrier-feed.ts';

/** The feed of each source at which numbers are subscribed; undefined for one that needs no asking. */
export function openFeeds(options: CallOptions): (source: string) => CarrierFeed | undefined {
  const feeds: readonly CarrierFeed[] = Object.values(allFeeds).map((open) => open(options));
  return (source) => feeds.find((feed) => feed.source === source);
}
