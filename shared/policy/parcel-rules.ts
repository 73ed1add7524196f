import type { Merchant } from '#shared/merchant/merchant.ts';
import { mostRounds, type ParcelRules } from '#shared/returns/parcel/parcel.ts';

/** Feeds that tell of a number only once they were asked to follow it. */
const askedFeeds: readonly string[] = ['kuaidi100'];

/** What a parcel's fold needs of the configuration. A feed that gave up is asked again after half an hour at the earliest, as Kuaidi100 wants it. */
export function parcelRulesOf({ channels }: Pick<Merchant, 'channels'>): ParcelRules {
  const follow = channels.some(({ role, source, api }) => role === 'carrier' && askedFeeds.includes(source) && api);
  return { follow, pauseAfterAbortMinutes: 30, mostRounds };
}
