import type { Channel } from '#shared/merchant/merchant.ts';
import type { TallyMessage } from '#shared/messages/inbox-message.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { Reconciled } from './reconcile-shop.ts';

/** Tells the inbox how many webhooks one run found missed at a shop, where there are any. */
export async function tallyMissed(
  tell: (message: TallyMessage) => Promise<void>,
  { source, channel }: Pick<Channel, 'source' | 'channel'>,
  { missed }: Pick<Reconciled, 'missed'>,
  at: Instant,
): Promise<void> {
  if (missed > 0) {
    await tell({ kind: 'tally', at, counted: [{ source, channel, counter: 'missed', count: missed }] });
  }
}
