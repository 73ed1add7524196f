import type { Channel } from '#shared/merchant/merchant.ts';
import type { Instant } from '#shared/returns/record/instant.ts';

/** One case as a store answered it. */
export type StoreAnswer =
  | {
      readonly kind: 'found';
      /** The store's own JSON, of which the delivery is made. */
      readonly content: string;
      /** When the case was last changed, where the store says so; older than the hint means that this replica is behind. */
      readonly asOf?: Instant;
      /** Something in it is not settled, and no webhook will tell when it is: it is read again after a while. */
      readonly isUnsettled?: boolean;
      /** How long to leave this shop alone, by the store's own account of our budget. */
      readonly restMs: number;
    }
  /** The store knows no such case (yet). */
  | { readonly kind: 'missing' }
  | StoreBusy;

/** Too many calls, or the store is down: nothing is wrong with the case. */
export interface StoreBusy {
  readonly kind: 'busy';
  readonly restMs: number;
}

/** One page of what changed at a store within a window. */
export type ListAnswer =
  | {
      readonly kind: 'page';
      readonly changes: readonly StoreChange[];
      /** Nothing before this is on a later page; the time of the last change, unless the store says more. */
      readonly reached?: Instant;
      /** What to ask for the next page with; undefined on the last. */
      readonly next?: string;
      readonly restMs: number;
    }
  | StoreBusy;

/** A case that changed, and when, by the store's own clock. */
export interface StoreChange {
  readonly caseId: string;
  readonly at: Instant;
  /** The latest moment of which a webhook must have told, where `at` may be that of something else. */
  readonly hookAt?: Instant;
}

/** Reads cases at a store's API. Throws where only a person can help: a refused token, an answer that is not what the API documents. */
export interface StoreClient {
  readonly source: string;
  /** True where the app's signing secret signs our calls, too. */
  readonly signsCalls: boolean;
  readCase(question: StoreQuestion): Promise<StoreAnswer>;
  /** What changed from `from` on and before `to`, the earliest first, finished cases included. Pages may repeat a case; they never leave one out. */
  listChanges(question: ListQuestion): Promise<ListAnswer>;
}

export interface StoreCredentials {
  readonly accessToken: string;
  /** The app's secret, where {@link StoreClient.signsCalls}. */
  readonly appSecret?: string;
}

/** Looks up what one shop is called with; the app's secret only where the client signs its calls. */
export type FindCredentials = (calling: {
  readonly source: string;
  readonly channel: string;
  readonly shop: string;
  readonly signsCalls: boolean;
}) => Promise<StoreCredentials>;

interface Question {
  readonly channel: Channel;
  readonly shop: string;
  readonly credentials: StoreCredentials;
}

export interface StoreQuestion extends Question {
  readonly caseId: string;
}

export interface ListQuestion extends Question {
  readonly from: Instant;
  readonly to: Instant;
  /** `next` of the page before. */
  readonly page?: string;
}
