import type { Channel, Merchant } from './merchant.ts';

/** The channel of today that a delivery came by, or by which a store is read; undefined where it is not configured any more. */
export function channelOf(
  { channels }: Pick<Merchant, 'channels'>,
  { source, channel }: { readonly source: string; readonly channel: string },
): Channel | undefined {
  return channels.find((each) => each.source === source && each.channel === channel);
}
