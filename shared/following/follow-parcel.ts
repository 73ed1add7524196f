import { Fault } from '#shared/fault/fault.ts';
import { followedChannels } from '#shared/merchant/asked.ts';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import type { CarrierFeed, FollowAnswer } from '#shared/sources/carrier-feed.ts';
import type { FollowRequest } from './follow-request.ts';

export interface Follower {
  readonly merchant: Merchant;
  readonly feedOf: (source: string) => CarrierFeed | undefined;
  readonly accessToken: (source: string, channel: string) => Promise<string>;
  readonly signingSecret: (source: string, channel: string) => Promise<string>;
  /** Where senders post: a channel's own URL is `<webhooksUrl>/<source>/<channel>`. */
  readonly webhooksUrl: string;
  readonly send: (message: InboxMessage) => Promise<void>;
  /** Puts a request back, to come again after at most {@link mostDelaySeconds}. */
  readonly putBack: (request: FollowRequest, delaySeconds: number) => Promise<void>;
  readonly now: () => Instant;
}

export interface FollowOutcome {
  readonly outcome: 'followed' | 'refused' | 'busy' | 'too-early' | 'no-feed';
}

/** What a queue can hold a message back for; a longer wait takes several hops. */
export const mostDelaySeconds = 900;
const firstDelaySeconds = 5;
/** A feed that is busy or out of reach is given some four hours; then somebody must look. */
export const mostAttempts = 24;

/**
 * Asks the merchant's carrier feed to follow a number, and tells the parcel's record what the feed answered. Asking twice does no harm: the feed
 * says that it follows the number already.
 */
export async function followParcel(follower: Follower, request: FollowRequest): Promise<FollowOutcome> {
  const at = follower.now();
  const earlyMs = millisOf(request.detail.data.notBefore ?? at) - millisOf(at);
  if (earlyMs > 0) {
    await follower.putBack(request, Math.min(mostDelaySeconds, Math.ceil(earlyMs / 1000)));
    return { outcome: 'too-early' };
  }
  const found = findFeed(follower);
  if (!found) {
    return { outcome: 'no-feed' };
  }
  const answer = await ask(follower, found, request);
  return answer.kind === 'busy'
    ? await putBackBusy(follower, request, answer.restMs)
    : await tell(follower, found.channel, request, answer, at);
}

interface Found {
  readonly channel: Channel;
  readonly feed: CarrierFeed;
}

function findFeed({ merchant, feedOf }: Follower): Found | undefined {
  return followedChannels(merchant).flatMap(({ channel }) => {
    const feed = feedOf(channel.source);
    return feed ? [{ channel, feed }] : [];
  })[0];
}

async function ask(follower: Follower, { channel, feed }: Found, { detail: { data } }: FollowRequest) {
  const { trackingNumber, carrier, warehouseId, round } = data;
  const name = [channel.source, channel.channel] as const;
  const phoneTail = phoneTailOf(follower.merchant, warehouseId);
  const url = [follower.webhooksUrl, ...name].join('/');
  return await feed.follow({
    channel,
    trackingNumber,
    ...(carrier && { carrier }),
    carriers: follower.merchant.carriers,
    ...(phoneTail && { phoneTail }),
    // What a feed says of a later round may be, word for word, what it said of the first; the URL tells them apart.
    callbackUrl: round > 1 ? `${url}?round=${round}` : url,
    accessToken: await follower.accessToken(...name),
    signingSecret: await follower.signingSecret(...name),
  });
}

/** The warehouse is the receiver of a parcel on its way back. */
function phoneTailOf({ warehouses }: Merchant, warehouseId: string | undefined): string | undefined {
  const phone = warehouses.find((each) => each.id === warehouseId)?.address.phone ?? '';
  return /\d{4}$/.exec(phone.replace(/\D/g, ''))?.[0];
}

async function tell(
  follower: Follower,
  { source, channel }: Channel,
  { detail: { data } }: FollowRequest,
  answer: Exclude<FollowAnswer, { readonly kind: 'busy' }>,
  at: Instant,
): Promise<FollowOutcome> {
  const { trackingNumber: parcel, carrier, warehouseId, round } = data;
  const said = answer.kind === 'followed' ? { accepted: true } : { accepted: false, reason: answer.reason };
  await follower.send({
    kind: 'answered',
    record: { parcel },
    // A number that is asked for again with another carrier or warehouse, in the same round, is answered anew.
    callId: ['follow', round, answer.kind, carrier ?? '-', warehouseId ?? '-'].join('/'),
    by: `${source}/${channel}`,
    at,
    facts: [
      { fact: 'follow-answered', at, round, ...said, ...(carrier && { carrier }), ...(warehouseId && { warehouseId }) },
    ],
  });
  return { outcome: answer.kind };
}

/** @throws Fault `given-up`, which becomes a dead letter, after {@link mostAttempts}. */
async function putBackBusy(follower: Follower, request: FollowRequest, restMs: number): Promise<FollowOutcome> {
  const { attempt } = request;
  if (attempt >= mostAttempts) {
    const advice = 'check api.baseUrl of its channel, and the account there';
    throw new Fault('given-up', 'the carrier feed was busy or out of reach for hours', { advice, lasting: true });
  }
  const delaySeconds = Math.max(firstDelaySeconds * 2 ** attempt, Math.ceil(restMs / 1000));
  await follower.putBack({ ...request, attempt: attempt + 1 }, Math.min(mostDelaySeconds, delaySeconds));
  return { outcome: 'busy' };
}
