import type { Answered } from '#shared/api/client.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { HealthTrouble } from '#shared/words/health-words.ts';

export type Health = NonNullable<Extract<Answered<'listSources'>, { readonly ok: true }>['body']>;
export type Channel = Health['channels'][number];
export type Shop = Channel['shops'][number];

/** One thing that somebody has to look after. */
export interface Trouble {
  readonly kind: HealthTrouble;
  /** Of what: a channel, one of its shops, or a queue. */
  readonly of: string;
  readonly since?: Instant;
  readonly count?: number;
}

/** The worst first: what keeps changes away, what waits for a person, what is late, what may be nothing. */
const order: readonly HealthTrouble[] = [
  'token-refused',
  'token-missing',
  'hook-silent',
  'shop-busy',
  'dead-letters',
  'queue-behind',
  'not-understood',
  'refused',
  'missed',
  'never-heard',
  'strangers',
];

/** Those that are to be mended today; the others one keeps an eye on. */
export function isGrave({ kind }: Trouble): boolean {
  return order.indexOf(kind) < order.indexOf('refused');
}

/** An alarm rings after so long, too. */
const busyMs = 30 * 60_000;
const behindSeconds = 15 * 60;

export function troublesOf(health: Health): Trouble[] {
  const { channels, strangers, queues, deadLetters, at } = health;
  return [
    ...channels.flatMap((channel) => channelTroubles(channel, at)),
    ...deadLetters.flatMap(({ of, count }) => counted('dead-letters', of, count)),
    ...queues
      // What lies there with a time to wait for is not late.
      .filter(({ queue, oldestSeconds }) => !isTimed(queue) && Number(oldestSeconds) > behindSeconds)
      .map(({ queue }): Trouble => ({ kind: 'queue-behind', of: queue })),
    ...counted('strangers', '', strangers.today),
  ].sort((a, b) => rankOf(a) - rankOf(b));
}

export function channelTroubles(channel: Channel, at: Instant): Trouble[] {
  const of = nameOf(channel);
  const { today, lastHeard, shops } = channel;
  const failed = numberOf(today.notUnderstood) + numberOf(today.inPart);
  const isNever = lastHeard.byWebhook === 'never';
  return [
    ...shops.flatMap((shop) => shopTroubles(shop, `${of} ${shop.shop}`, at)),
    ...counted('not-understood', of, failed),
    ...counted('refused', of, today.refused),
    ...counted('missed', of, today.missed),
    ...(isNever ? [{ kind: 'never-heard', of } as const] : []),
  ].sort((a, b) => rankOf(a) - rankOf(b));
}

export function shopTroubles({ token, tokenSince, silentSince, busySince }: Shop, of: string, at: Instant): Trouble[] {
  const isStuck = busySince !== undefined && millisOf(at) - millisOf(busySince) >= busyMs;
  const since = tokenSince ? { since: tokenSince } : {};
  return [
    ...(token === 'refused' ? [{ kind: 'token-refused', of, ...since } as const] : []),
    ...(token === 'missing' ? [{ kind: 'token-missing', of, ...since } as const] : []),
    ...(silentSince ? [{ kind: 'hook-silent', of, since: silentSince } as const] : []),
    ...(isStuck ? [{ kind: 'shop-busy', of, since: busySince } as const] : []),
  ];
}

/** Channels in the order of the worst that is wrong with each; what nothing is wrong with stays in the order of the merchant's file. */
export function worstFirst({ channels, at }: Pick<Health, 'channels' | 'at'>): Channel[] {
  const worstOf = (channel: Channel) => Math.min(order.length, ...channelTroubles(channel, at).map(rankOf));
  return [...channels].sort((a, b) => worstOf(a) - worstOf(b));
}

export function nameOf({ source, channel }: Pick<Channel, 'source' | 'channel'>): string {
  return `${source}/${channel}`;
}

function counted(kind: HealthTrouble, of: string, count: number | 'not-measured'): Trouble[] {
  const found = numberOf(count);
  return found > 0 ? [{ kind, of, count: found }] : [];
}

function numberOf(count: number | 'not-measured'): number {
  return count === 'not-measured' ? 0 : count;
}

/** Queues in which most messages wait for their time. */
function isTimed(queue: string): boolean {
  return queue === 'strikes' || queue === 'follows';
}

function rankOf({ kind }: Trouble): number {
  return order.indexOf(kind);
}
