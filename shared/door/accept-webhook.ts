import type { Merchant } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/recording/inbox.ts';
import { instantOf } from '#shared/returns/instant.ts';
import type { Delivery, Identity, Receiver, Reply, WebhookRequest } from '#shared/sources/source.ts';
import { encodedBody, tooLarge, unauthorized, unavailable } from './answers.ts';
import { type CheckSignature, createSignatureCheck, type SecretReader } from './check-signature.ts';
import { createFindChannel, type FindChannel, type FoundChannel, type ReceiverOf } from './find-channel.ts';

export interface Arrival {
  /** As in the path; anyone's text. */
  readonly source: string;
  readonly channel: string;
  readonly request: WebhookRequest;
}

export type RefusalReason = 'too-large' | 'encoded-body' | 'unknown-channel' | 'wrong-signature';

/** What came of a webhook. `reply` is what its sender hears. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly reply: Reply; readonly identity: Identity }
  | { readonly kind: 'handshake'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly reply: Reply; readonly reason: RefusalReason; readonly detail?: string }
  | {
      readonly kind: 'unavailable';
      readonly reply: Reply;
      readonly what: 'secrets' | 'inbox';
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

/** The door: size, handshake, signature, identity, one message to the inbox, and the answer that this sender expects. */
export function createDoor(parts: DoorParts): AcceptWebhook {
  const findChannel = createFindChannel(parts.merchant.channels, parts.receiverOf, parts.salt);
  const check = createSignatureCheck(parts.secrets, () => parts.now().getTime());
  return async (arrival) => {
    const early = refuseUnread(arrival.request, parts.merchant.maxBodyBytes) ?? shakeHands(arrival, parts);
    if (early) {
      return early;
    }
    const verified = await verify(arrival, findChannel, check, parts.now());
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

/** The same for every channel of a source that the merchant has, so that a challenge does not tell which channels exist. */
function shakeHands({ source, request }: Arrival, { merchant, receiverOf }: DoorParts): Outcome | undefined {
  const spoken = merchant.channels.some((each) => each.source === source);
  const reply = spoken ? receiverOf(source)?.handshake?.(request) : undefined;
  return reply && { kind: 'handshake', reply };
}

type Verified = { readonly receiver: Receiver } | { readonly outcome: Outcome };

async function verify(arrival: Arrival, findChannel: FindChannel, check: CheckSignature, now: Date): Promise<Verified> {
  const found = findChannel(arrival.source, arrival.channel);
  if (!found) {
    return { outcome: { kind: 'refused', reply: unauthorized, reason: 'unknown-channel' } };
  }
  try {
    const verification = await checkFound(found, arrival.request, check, now);
    return verification.ok
      ? { receiver: found.receiver }
      : {
          outcome: {
            kind: 'refused',
            reply: unauthorized,
            reason: found.known ? 'wrong-signature' : 'unknown-channel',
            detail: verification.reason,
          },
        };
  } catch (cause) {
    return { outcome: { kind: 'unavailable', reply: unavailable, what: 'secrets', cause } };
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
    return known ? verification : { ok: false, reason: 'no such channel' };
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
    headers: keep(arrival.request.headers, receiver.keptHeaders),
    body: arrival.request.rawBody,
  };
  try {
    await inbox.send({ kind: 'delivery', delivery });
  } catch (cause) {
    return { kind: 'unavailable', reply: unavailable, what: 'inbox', cause, identity };
  }
  return { kind: 'accepted', reply: receiver.accepted, identity };
}

function keep(headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
