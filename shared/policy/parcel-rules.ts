import { followedChannels } from '#shared/merchant/asked.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { mostRounds, type ParcelRules } from '#shared/returns/parcel/parcel.ts';
import { calendarsOf } from './calendars-of.ts';
import type { Policy } from './policy.ts';
import { teamRulesOf } from './team-rules.ts';

/** What a parcel's fold needs of policy and configuration. */
export function parcelRulesOf(
  policy: Pick<Policy, 'deadlines' | 'calendar'>,
  merchant: Pick<Merchant, 'channels' | 'teams' | 'timeZone'>,
  calendars = calendarsOf(policy),
): ParcelRules {
  // A number is followed at the first feed that the merchant has.
  const [feed] = followedChannels(merchant);
  return {
    follow: feed !== undefined,
    pauseAfterAbortMinutes: feed?.following.pauseAfterAbortMinutes ?? 0,
    mostRounds,
    deadlines: policy.deadlines,
    calendars,
    timeZone: merchant.timeZone,
    teams: teamRulesOf(merchant),
  };
}
