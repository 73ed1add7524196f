import type { Instant } from '../record/instant.ts';

/** What a case's record says of the store that it comes from. */
export interface PlatformPart {
  readonly platformStatus?: { readonly status: string; readonly at: Instant };
  /** Changes that no webhook told of, by the store's own times. */
  readonly missedWebhooks: readonly Instant[];
  readonly storeDispositions: readonly { readonly type: string; readonly quantity: number; readonly sku?: string }[];
}
