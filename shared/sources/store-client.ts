import type { Channel } from '#shared/merchant/merchant.ts';
import type { Instant } from '#shared/returns/instant.ts';

/** One case as a store answered it. */
export type StoreAnswer =
  | {
      readonly kind: 'found';
      /** The store's own JSON, of which the delivery is made. */
      readonly content: string;
      /** When the case was last changed, where the store says so; older than the hint means that this replica is behind. */
      readonly asOf?: Instant;
      /** How long to leave this shop alone, by the store's own account of our budget. */
      readonly restMs: number;
    }
  /** The store knows no such case (yet). */
  | { readonly kind: 'missing' }
  /** Too many calls, or the store is down: nothing is wrong with the case. */
  | { readonly kind: 'busy'; readonly restMs: number };

/** Reads cases at a store's API. Throws where only a person can help: a refused token, an answer that is not what the API documents. */
export interface StoreClient {
  readonly source: string;
  readCase(question: StoreQuestion): Promise<StoreAnswer>;
}

export interface StoreQuestion {
  readonly channel: Channel;
  readonly shop: string;
  readonly caseId: string;
  readonly accessToken: string;
}
