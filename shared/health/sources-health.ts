import { beginOf, hourOf, strangers } from '#shared/counting/counts.ts';
import type { ChannelName, HealthTable, HourCounts, Via } from '#shared/counting/ports.ts';
import { readChannels } from '#shared/merchant/asked.ts';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { type DayCounts, dayBefore, dayCountsOf, dayOf, type NotMeasured, notMeasured } from './day.ts';
import type { QueueWatch } from './ports.ts';
import { type QueuesHealth, queuesHealth } from './queue-health.ts';
import { type ShopDeps, type ShopHealth, shopHealth } from './shop-health.ts';

export interface HealthDeps extends ShopDeps {
  readonly health: Pick<HealthTable, 'readHours' | 'lastHeard' | 'firstHour'>;
  readonly queues: QueueWatch;
}

/** `never`: not in all that is kept. */
export type LastHeard = Instant | 'never' | NotMeasured;

/** How one channel stands. */
export interface ChannelHealth extends ChannelName {
  readonly role: Channel['role'];
  readonly lastHeard: { readonly byWebhook: LastHeard; readonly byRead: LastHeard };
  readonly today: DayCounts;
  readonly yesterday: DayCounts;
  /** Of a store that is read. */
  readonly shops: readonly ShopHealth[];
}

/** How everybody who tells us something stands, and what waits. Counts are approximate. */
export interface SourcesHealth extends QueuesHealth {
  readonly at: Instant;
  /** Of the merchant's time zone. */
  readonly days: { readonly today: string; readonly yesterday: string };
  readonly channels: readonly ChannelHealth[];
  /** Refused under names that are none of ours. */
  readonly strangers: { readonly today: number | NotMeasured; readonly yesterday: number | NotMeasured };
}

/** Two days of 25 hours, and the one that has begun. */
const hoursRead = 51;

/** What is counted of each channel of the merchant's file, what listing found of its shops, and what the queues hold. */
export async function sourcesHealth(
  deps: HealthDeps,
  { channels, timeZone }: Pick<Merchant, 'channels' | 'timeZone'>,
  now: Instant,
): Promise<SourcesHealth> {
  const today = dayOf(now, timeZone);
  const days = { today, yesterday: dayBefore(today) };
  const began = await firstOf(deps.health, [...channels, strangers]);
  const looking = { deps, now, days, began, timeZone, read: readChannels({ channels }).map(({ channel }) => channel) };
  const [healths, unknown, queues] = await Promise.all([
    Promise.all(channels.map((channel) => channelHealth(looking, channel))),
    daysOf(looking, strangers, false),
    queuesHealth(deps.queues),
  ]);
  return {
    at: now,
    days,
    channels: healths,
    strangers: { today: unknown.today.refused, yesterday: unknown.yesterday.refused },
    ...queues,
  };
}

interface Looking {
  readonly deps: HealthDeps;
  readonly now: Instant;
  readonly days: SourcesHealth['days'];
  /** The first hour of which anything is counted; undefined where nothing is. */
  readonly began: string | undefined;
  readonly timeZone: string;
  readonly read: readonly Channel[];
}

async function channelHealth(looking: Looking, channel: Channel): Promise<ChannelHealth> {
  const { deps, read } = looking;
  const { source, channel: name, role, shops } = channel;
  const isRead = read.includes(channel);
  const lastHeard = async (via: Via): Promise<LastHeard> =>
    looking.began === undefined ? notMeasured : ((await deps.health.lastHeard(channel, via)) ?? 'never');
  const [byWebhook, byRead, days, shopHealths] = await Promise.all([
    lastHeard('webhook'),
    isRead ? lastHeard('read') : notMeasured,
    daysOf(looking, channel, isRead),
    Promise.all(isRead ? shops.map((shop) => shopHealth(deps, channel, shop)) : []),
  ]);
  return { source, channel: name, role, lastHeard: { byWebhook, byRead }, ...days, shops: shopHealths };
}

async function daysOf(
  { deps, now, days, began, timeZone }: Looking,
  name: ChannelName,
  isRead: boolean,
): Promise<Pick<ChannelHealth, 'today' | 'yesterday'>> {
  const hours = await deps.health.readHours(name, hourOf(addMillis(now, -hoursRead * 60 * 60 * 1000)));
  const byDay = Map.groupBy(hours, ({ hour }) => dayOf(beginOf(hour), timeZone));
  const countsOf = (day: string) => {
    const isCounted = began !== undefined && dayOf(beginOf(began), timeZone) <= day;
    return dayCountsOf(byDay.get(day) ?? ([] as HourCounts[]), { isRead, isCounted });
  };
  return { today: countsOf(days.today), yesterday: countsOf(days.yesterday) };
}

async function firstOf(health: HealthDeps['health'], names: readonly ChannelName[]): Promise<string | undefined> {
  const hours = await Promise.all(names.map((name) => health.firstHour(name)));
  return hours.filter((hour) => hour !== undefined).sort()[0];
}
