import { allReceivers } from './all-receivers.ts';
import type { Receiver } from './source.ts';

/** The door half of every source. Apart from the observers, so that no schema gets into the door's bundle. */
export const receivers: readonly Receiver[] = Object.values(allReceivers);

const bySource = new Map(receivers.map((each) => [each.source, each]));

export function receiverOf(source: string): Receiver | undefined {
  return bySource.get(source);
}
