import { Fault } from '#shared/fault/fault.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { StoreClient } from '#shared/sources/store-client.ts';
import type { Shop } from './reconcile-shop.ts';

/** Every shop whose store can be asked what changed. */
export function listableShops(
  { channels }: Merchant,
  clientOf: (source: string) => StoreClient | undefined,
): readonly Shop[] {
  return channels.flatMap((channel) => {
    const client = channel.role === 'store' && channel.api ? clientOf(channel.source) : undefined;
    return client ? channel.shops.map((shop) => ({ client, channel, shop })) : [];
  });
}

/**
 * Reconciles shops all at once: each has a budget of its own at its store, and none waits for another.
 * @throws Fault `shops-not-listed` after all others are done; the first one's error is its cause.
 */
export async function reconcileStores(shops: readonly Shop[], reconcile: (shop: Shop) => Promise<void>): Promise<void> {
  const settled = await Promise.allSettled(shops.map(reconcile));
  const failed = shops.filter((_, index) => settled[index]?.status === 'rejected');
  if (failed.length > 0) {
    const names = failed.map(({ channel, shop }) => `${channel.source}/${channel.channel}/${shop}`).join(', ');
    const cause = settled.find((each) => each.status === 'rejected')?.reason;
    const what = `${failed.length} of ${shops.length} shops could not be listed (${names})`;
    throw new Fault('shops-not-listed', what, { advice: 'see the line of each shop: reconcile-shop', cause });
  }
}
