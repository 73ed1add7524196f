import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { Delivery, Observed, Observer } from '../source.ts';
import { observePush } from './observe-push.ts';
import { observeRead } from './observe-read.ts';

/** Doudian (platforms-cn.md, 2): every message is a hint to read its case; what was read is recorded. */
export const doudianObserver: Observer = { source: 'doudian', revision: 4, observe };

function observe(delivery: Delivery, channel: Channel, merchant: Merchant): Observed {
  return delivery.via === 'read' ? observeRead(delivery, channel, merchant) : observePush(delivery, channel);
}
