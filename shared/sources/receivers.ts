import { shopifyReceiver } from './shopify/receiver.ts';
import type { Receiver } from './source.ts';
import { standardReceiver } from './standard/receiver.ts';

/** The door half of every source. Apart from the observers, so that no schema gets into the door's bundle. */
export const receivers: readonly Receiver[] = [standardReceiver, shopifyReceiver];

const bySource = new Map(receivers.map((each) => [each.source, each]));

export function receiverOf(source: string): Receiver | undefined {
  return bySource.get(source);
}
