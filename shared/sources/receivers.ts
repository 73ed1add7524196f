import { doudianReceiver } from './doudian/receiver.ts';
import { kuaidi100Receiver } from './kuaidi100/receiver.ts';
import { qimenReceiver } from './qimen/receiver.ts';
import { shopifyReceiver } from './shopify/receiver.ts';
import type { Receiver } from './source.ts';
import { standardReceiver } from './standard/receiver.ts';

/** The door half of every source. Apart from the observers, so that no schema gets into the door's bundle. */
export const receivers: readonly Receiver[] = [
  standardReceiver,
  shopifyReceiver,
  doudianReceiver,
  kuaidi100Receiver,
  qimenReceiver,
];

const bySource = new Map(receivers.map((each) => [each.source, each]));

export function receiverOf(source: string): Receiver | undefined {
  return bySource.get(source);
}
