import { showMe } from '#shared/api/answers/show-me.ts';
import { type Claims, callerOf } from '#shared/api/caller.ts';
import type { showMe as contract } from '#shared/api/contract/show-me.ts';
import type { ReplyOf } from '#shared/api/contract.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

/** What somebody is told of themselves, where the merchant has other settings than that of the tests. */
export async function shownAs(claims: Claims, settings: object): Promise<ReplyOf<typeof contract>> {
  const merchant = { ...testMerchant, ...settings };
  const caller = callerOf(claims, merchant);
  const answer = showMe.answer as (needs: object, asked: object) => Promise<{ readonly reply: unknown }>;
  const { reply } = await answer({ merchant }, { caller });
  return reply as ReplyOf<typeof contract>;
}
