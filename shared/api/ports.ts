import type { DeliveryOutcome, DeliveryRef } from '#shared/recording/ports.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** What is kept of a delivery, without what it says: whose it is, when it came first, and what came of it last. */
export interface DeliveryEntry extends DeliveryRef {
  readonly via: 'webhook' | 'read';
  readonly receivedAt: Instant;
  readonly outcome: DeliveryOutcome['outcome'];
  readonly reason?: string;
}

/** Deliveries that a person may have to look at, by why: what was not understood, in whole or in part; what waits for its case. */
export const deliveryLists = ['not-understood', 'unmatched'] as const;
export type DeliveryList = (typeof deliveryLists)[number];

export interface DeliveryQuery {
  readonly list: DeliveryList;
  readonly source?: string | undefined;
  readonly limit: number;
  /** A place that an earlier page gave; only what comes behind it is listed. */
  readonly after?: string | undefined;
}

export interface DeliveryPage {
  readonly entries: readonly DeliveryEntry[];
  /** Where the next page begins; absent after the last. A page may hold fewer than `limit`, even none, and not be the last. */
  readonly after?: string;
}

export interface DeliveryLookup {
  /** Oldest first. A delivery that came to rest meanwhile is left out. */
  list(query: DeliveryQuery): Promise<DeliveryPage>;
  /** Undefined where there is none, or its time of being kept is over. */
  find(ref: DeliveryRef): Promise<DeliveryEntry | undefined>;
}
