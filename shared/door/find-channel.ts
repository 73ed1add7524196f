import { createHash } from 'node:crypto';
import type { Channel } from '#shared/merchant/merchant.ts';
import type { Receiver } from '#shared/sources/source.ts';

export type ReceiverOf = (source: string) => Receiver | undefined;

export interface FoundChannel {
  readonly channel: Channel;
  readonly receiver: Receiver;
  /** False for a stand-in: whatever it verifies, the request is refused. */
  readonly known: boolean;
}

export type FindChannel = (source: string, channel: string) => FoundChannel | undefined;

/**
 * Finds the channel of a path. For a name that does not exist it picks one that does, always the same for the same name, so that
 * the refusal costs what a wrong signature there costs, and shares its limit of re-reads.
 * @param salt - Random to a container, so that nobody can work out which name stands in for which.
 * @returns undefined only if the merchant has no channel that anyone can receive.
 */
export function createFindChannel(channels: readonly Channel[], receiverOf: ReceiverOf, salt: string): FindChannel {
  const open = channels.flatMap((channel) => {
    const receiver = receiverOf(channel.source);
    return receiver ? [{ channel, receiver, known: true }] : [];
  });
  return (source, channel) => {
    const found = open.find((each) => each.channel.source === source && each.channel.channel === channel);
    if (found) {
      return found;
    }
    const digest = createHash('sha256')
      .update(JSON.stringify([salt, source, channel]))
      .digest();
    const standIn = open[digest.readUInt32BE() % open.length];
    return standIn && { ...standIn, known: false };
  };
}
