import { Fault } from '#shared/fault/fault.ts';
import { channelOf } from '#shared/merchant/channel-of.ts';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { InboxMessage, ReadHint } from '#shared/messages/inbox-message.ts';
import { digest } from '#shared/returns/record/digest.ts';
import { type Instant, instantOf } from '#shared/returns/record/instant.ts';
import type {
  FindCredentials,
  StoreAnswer,
  StoreBusy,
  StoreClient,
  StoreCredentials,
} from '#shared/sources/store-client.ts';
import type { ShopGate } from './shop-gate.ts';

export interface Reader {
  readonly merchant: Merchant;
  readonly clientOf: (source: string) => StoreClient | undefined;
  readonly credentials: FindCredentials;
  readonly gate: ShopGate;
  readonly send: (message: InboxMessage) => Promise<void>;
  /** Puts a hint back, to come again after a delay that grows with `attempt`. */
  readonly putBack: (hint: ReadHint) => Promise<void>;
  readonly nowMs: () => number;
}

export type ReadOutcome = { readonly outcome: 'read' | 'busy' | 'behind' | 'unsettled' };

/**
 * A store that does not show the change, or shows something that is not settled, is asked this often again, for some fifty minutes; then the
 * record says so, or the hint becomes a dead letter. What settles later is found by listing.
 */
export const mostBehind = 10;
/** A store that is busy or out of reach is given some four hours; then somebody must look. */
export const mostAttempts = 24;

/**
 * Makes a function that answers a hint by reading the case at its store. A busy store costs nobody else: its hints go back to the queue, and
 * the shop is left alone meanwhile. A store that does not show the change is asked again, and what it shows is recorded meanwhile.
 */
export function createReadHint(reader: Reader): (hint: ReadHint) => Promise<ReadOutcome> {
  return async (hint) => await read(reader, hint, await prepare(reader, hint));
}

interface Access {
  readonly channel: Channel;
  readonly client: StoreClient;
  readonly credentials: StoreCredentials;
}

async function prepare(reader: Reader, hint: ReadHint): Promise<Access> {
  const { source, channel: name, shop } = hint;
  const channel = channelOf(reader.merchant, hint);
  const client = reader.clientOf(source);
  if (!channel || !client) {
    throw givenUp(`no client reads ${source}/${name}`, 'look whether the channel is still in the merchant’s file');
  }
  const { signsCalls } = client;
  return { channel, client, credentials: await reader.credentials({ source, channel: name, shop, signsCalls }) };
}

async function read(reader: Reader, hint: ReadHint, { client, ...access }: Access): Promise<ReadOutcome> {
  const { source, shop, caseId } = hint;
  const gateName = `${source}/${shop}`;
  const readAtMs = reader.nowMs();
  if (reader.gate.waitMs(gateName, readAtMs) > 0) {
    return await putBackBusy(reader, hint);
  }
  const answer = await client.readCase({ ...access, shop, caseId });
  reader.gate.tell(gateName, reader.nowMs(), {
    kind: answer.kind === 'busy' ? 'busy' : 'answered',
    restMs: answer.kind === 'missing' ? 0 : answer.restMs,
  });
  return answer.kind === 'busy'
    ? await putBackBusy(reader, hint)
    : await settle(reader, hint, answer, instantOf(readAtMs));
}

async function settle(
  reader: Reader,
  hint: ReadHint,
  answer: Exclude<StoreAnswer, StoreBusy>,
  readAt: Instant,
): Promise<ReadOutcome> {
  const isBehind = answer.kind === 'missing' || isOlder(answer, hint);
  const isLast = hint.behind >= mostBehind;
  if (answer.kind === 'found') {
    // An older state is no lie: it is recorded at once, and whatever is read later goes before it.
    await reader.send(deliveryOf(hint, answer.content, { readAt, behind: isBehind && isLast }));
  } else if (isLast) {
    throw givenUp(`shop ${hint.shop} does not know case ${hint.caseId}`, `look for the case at shop ${hint.shop}`);
  }
  const isUnsettled = answer.kind === 'found' && answer.isUnsettled === true;
  if ((isBehind || isUnsettled) && !isLast) {
    await reader.putBack({ ...hint, attempt: hint.attempt + 1, behind: hint.behind + 1 });
    return { outcome: isBehind ? 'behind' : 'unsettled' };
  }
  return { outcome: 'read' };
}

type Found = Extract<StoreAnswer, { readonly kind: 'found' }>;

function isOlder({ asOf }: Found, { at, atReceipt }: ReadHint): boolean {
  return !atReceipt && asOf !== undefined && asOf < at;
}

interface Reading {
  readonly readAt: Instant;
  readonly behind: boolean;
}

/** What was read, as a delivery of its own: the same answer to the same hint is the same delivery. */
function deliveryOf(hint: ReadHint, content: string, { readAt, behind }: Reading): InboxMessage {
  const { source, channel, shop, caseId, at: hintAt } = hint;
  const flags = { ...(hint.missed && { missed: true }), ...(behind && { behind: true }) };
  const body = JSON.stringify({ shop, caseId, hintAt, readAt, ...flags, content });
  const id = `read.${digest(shop, caseId, hintAt, content, ...Object.keys(flags))}`;
  return {
    kind: 'delivery',
    delivery: { source, channel, id, via: 'read', receivedAt: readAt, headers: {}, body: Buffer.from(body) },
  };
}

async function putBackBusy(reader: Reader, hint: ReadHint): Promise<ReadOutcome> {
  if (hint.attempt >= mostAttempts) {
    const advice = `check api.baseUrl of ${hint.source}/${hint.channel}, and what else calls shop ${hint.shop}`;
    throw givenUp(`shop ${hint.shop} was busy or out of reach for hours`, advice);
  }
  await reader.putBack({ ...hint, attempt: hint.attempt + 1 });
  return { outcome: 'busy' };
}

/** The hint cannot be answered; it becomes a dead letter, which rings. */
function givenUp(what: string, advice: string): Fault {
  return new Fault('given-up', what, { advice, lasting: true });
}
