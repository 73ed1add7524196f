import type { Channel, Merchant } from '#shared/merchant/merchant.ts';

/** What a carrier feed made of our wish to follow a number. */
export type FollowAnswer =
  /** It follows the number now, or did already. */
  | { readonly kind: 'followed' }
  /** It will not, for a reason that trying again does not mend. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** No answer, or a fault on its side. */
  | { readonly kind: 'busy'; readonly restMs: number };

export interface FollowQuestion {
  readonly channel: Channel;
  readonly trackingNumber: string;
  /** In the merchant's own code; undefined where nobody stated one. */
  readonly carrier?: string;
  /** The merchant's carriers, among which {@link carrier} has its names. */
  readonly carriers: Merchant['carriers'];
  /** The last digits of the phone at the parcel's destination, which some carriers ask for. */
  readonly phoneTail?: string;
  /** Where the feed is to post what it learns. */
  readonly callbackUrl: string;
  /** The key of our account at the feed. */
  readonly accessToken: string;
  /** What the feed is to sign with: the channel's own signing secret. */
  readonly signingSecret: string;
}

/** A feed that tells of a parcel only once it was asked to follow its number. Throws where only a person can help: a refused account. */
export interface CarrierFeed {
  readonly source: string;
  follow(question: FollowQuestion): Promise<FollowAnswer>;
}
