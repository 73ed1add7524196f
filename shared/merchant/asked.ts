import type { AboutFollowing, AboutReading } from '#shared/sources/about.ts';
import { sourceAboutOf } from '#shared/sources/abouts.ts';
import { connectorAboutOf } from '#shared/warehouses/abouts.ts';
import type { Channel, Merchant, Warehouse } from './merchant.ts';

type Channels = Pick<Merchant, 'channels'>;

export interface ReadChannel {
  readonly channel: Channel;
  readonly reading: AboutReading;
}

/** Channels of stores whose cases are read at an API. */
export function readChannels({ channels }: Channels): ReadChannel[] {
  return channels.flatMap((channel) => {
    const reading = sourceAboutOf(channel.source)?.reading;
    return reading && channel.role === 'store' && channel.api ? [{ channel, reading }] : [];
  });
}

export interface FollowedChannel {
  readonly channel: Channel;
  readonly following: AboutFollowing;
}

/** Channels of carrier feeds that tell only of numbers that were subscribed; a carrier that tells by itself is asked for nothing. */
export function followedChannels({ channels }: Channels): FollowedChannel[] {
  return channels.flatMap((channel) => {
    const following = sourceAboutOf(channel.source)?.following;
    return following && channel.role === 'carrier' && channel.api ? [{ channel, following }] : [];
  });
}

/** Warehouses that only read their queue. */
export function reachedByQueue({ warehouses }: Pick<Merchant, 'warehouses'>): Warehouse[] {
  return warehouses.filter(({ connector }) => !connectorAboutOf(connector).calling);
}

/** Warehouses that Backhaul calls, because they read no queue. */
export function calledWarehouses({ warehouses }: Pick<Merchant, 'warehouses'>): Warehouse[] {
  return warehouses.filter(
    ({ connector, announceBy }) => connectorAboutOf(connector).calling && announceBy === 'backhaul',
  );
}
