import { type HealthDeps, sourcesHealth } from '#shared/health/sources-health.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { answering } from '../answering.ts';
import { listSources as contract } from '../contract/list-sources.ts';

interface Needs extends HealthDeps {
  readonly merchant: Pick<Merchant, 'channels' | 'timeZone'>;
  readonly now: () => Instant;
}

export const listSources = answering(contract, async (needs: Needs) => {
  return { reply: await sourcesHealth(needs, needs.merchant, needs.now()) };
});
