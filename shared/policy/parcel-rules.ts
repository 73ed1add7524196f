import { followedChannels } from '#shared/merchant/asked.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { mostRounds, type ParcelRules } from '#shared/returns/parcel/parcel.ts';

/** What a parcel's fold needs of the configuration. */
export function parcelRulesOf(merchant: Pick<Merchant, 'channels'>): ParcelRules {
  const [feed] = followedChannels(merchant);
  return {
    follow: feed !== undefined,
    pauseAfterAbortMinutes: feed?.following.pauseAfterAbortMinutes ?? 0,
    mostRounds,
  };
}
