import { Fault } from '#shared/fault/fault.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { Delivery, Identity, Receiver, Reply, WebhookRequest } from '#shared/sources/source.ts';
import { encodedBody, tooLarge, unauthorized, unavailable, wrongMethod } from './answers.ts';
import { type CheckSignature, createSignatureCheck, type SecretReader } from './check-signature.ts';
import { createFindChannel, type FindChannel, type FoundChannel, type ReceiverOf } from './find-channel.ts';

export interface Arrival {
  /** As in the path; anyone's text. */
  readonly source: string;
  readonly channel: string;
  readonly request: WebhookRequest;
}

export type RefusalReason = 'wrong-method' | 'too-large' | 'encoded-body' | 'unknown-channel' | 'wrong-signature';

/** What came of a webhook. `reply` is what its sender hears. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly reply: Reply; readonly identity: Identity }
  | { readonly kind: 'handshake'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly reply: Reply; readonly reason: RefusalReason; readonly detail?: string }
  | {
      readonly kind: 'unavailable';
      readonly reply: Reply;
      /** What cannot be used; `secret-malformed` is a person's to mend. */
      readonly what: 'secrets' | 'secret-malformed' | 'inbox';
      readonly cause: unknown;
      readonly identity?: Identity;
    };

export interface DoorParts {
  readonly merchant: Pick<Merchant, 'channels' | 'maxBodyBytes'>;
  readonly receiverOf: ReceiverOf;
  readonly secrets: SecretReader;
  /** Throws when the message may not have been taken. */
  readonly inbox: { send(message: InboxMessage): Promise<void> };
  readonly now: () => Date;
  /** Random to a container; see {@link createFindChannel}. */
  readonly salt: string;
}

export type AcceptWebhook = (arrival: Arrival) => Promise<Outcome>;

/** The door: size, handshake, method, signature, identity, one message to the inbox, and the answer that this sender expects. */
export function createDoor(parts: DoorParts): AcceptWebhook {
  const findChannel = createFindChannel(parts.merchant.channels, parts.receiverOf, parts.salt);
  const check = createSignatureCheck(parts.secrets, () => parts.now().getTime());
  return async (arrival) => {
    const early =
      refuseUnread(arrival.request, parts.merchant.maxBodyBytes) ??
      shakeHands(arrival, parts) ??
      refuseUnposted(arrival.request);
    if (early) {
      return early;
    }
    const verified = await verify(arrival, {
      findChannel,
      check,
      refused: refusalOf(arrival, parts),
      now: parts.now(),
    });
    return 'outcome' in verified ? verified.outcome : enqueue(arrival, verified.receiver, parts);
  };
}

function refuseUnread(request: WebhookRequest, maxBodyBytes: number): Outcome | undefined {
  if (request.rawBody.byteLength > maxBodyBytes) {
    return { kind: 'refused', reply: tooLarge, reason: 'too-large' };
  }
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() || 'identity';
  return encoding === 'identity' ? undefined : { kind: 'refused', reply: encodedBody, reason: 'encoded-body' };
}

/** After the handshake: some senders ask by GET. */
function refuseUnposted({ method }: WebhookRequest): Outcome | undefined {
  return method === 'POST' ? undefined : { kind: 'refused', reply: wrongMethod, reason: 'wrong-method' };
}

/** The same for every channel of a source that the merchant has, so that a challenge does not tell which channels exist. */
function shakeHands({ source, request }: Arrival, { merchant, receiverOf }: DoorParts): Outcome | undefined {
  const spoken = merchant.channels.some((each) => each.source === source);
  const reply = spoken ? receiverOf(source)?.handshake?.(request) : undefined;
  return reply && { kind: 'handshake', reply };
}

type Verified = { readonly receiver: Receiver } | { readonly outcome: Outcome };

/** In the words of a source that the merchant has; else, and for every unknown name, the common answer. */
function refusalOf({ source }: Arrival, { merchant, receiverOf }: DoorParts): Reply {
  const spoken = merchant.channels.some((each) => each.source === source);
  return (spoken ? receiverOf(source)?.refused : undefined) ?? unauthorized;
}

interface Verifying {
  readonly findChannel: FindChannel;
  readonly check: CheckSignature;
  readonly refused: Reply;
  readonly now: Date;
}

async function verify(arrival: Arrival, { findChannel, check, refused, now }: Verifying): Promise<Verified> {
  const found = findChannel(arrival.source, arrival.channel);
  if (!found) {
    return { outcome: { kind: 'refused', reply: refused, reason: 'unknown-channel' } };
  }
  try {
    const verification = await checkFound(found, arrival.request, check, now);
    return verification.ok
      ? { receiver: found.receiver }
      : {
          outcome: {
            kind: 'refused',
            reply: refused,
            reason: found.known ? 'wrong-signature' : 'unknown-channel',
            detail: verification.reason,
          },
        };
  } catch (cause) {
    const what = cause instanceof Fault && cause.code === 'secret-malformed' ? cause.code : 'secrets';
    return { outcome: { kind: 'unavailable', reply: unavailable, what, cause } };
  }
}

function checkFound(
  { channel, receiver, known }: FoundChannel,
  request: WebhookRequest,
  check: CheckSignature,
  now: Date,
) {
  return check(channel.source, channel.channel, (secrets) => {
    const verification = receiver.verify(request, secrets, channel, now);
    return known ? verification : { ...verification, ok: false, reason: 'no such channel' };
  });
}

async function enqueue(arrival: Arrival, receiver: Receiver, { inbox, now }: DoorParts): Promise<Outcome> {
  const identity = receiver.identify(arrival.request);
  const delivery: Delivery = {
    source: arrival.source,
    channel: arrival.channel,
    id: identity.deliveryId,
    via: 'webhook',
    receivedAt: instantOf(now().getTime()),
    headers: keptOf(arrival.request, receiver),
    body: arrival.request.rawBody,
  };
  try {
    await inbox.send({ kind: 'delivery', delivery });
  } catch (cause) {
    return { kind: 'unavailable', reply: unavailable, what: 'inbox', cause, identity };
  }
  return { kind: 'accepted', reply: receiver.accepted, identity };
}

function keptOf({ headers, query }: WebhookRequest, { keptHeaders, keptQuery = [] }: Receiver): Record<string, string> {
  const kept = [
    ...keptHeaders.map((name) => [name, headers[name]] as const),
    ...keptQuery.map((name) => [`?${name}`, query[name]] as const),
  ];
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
