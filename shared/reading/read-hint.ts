import type { Merchant } from '#shared/merchant/merchant.ts';
import type { InboxMessage, ReadHint } from '#shared/recording/inbox.ts';
import { digest } from '#shared/returns/digest.ts';
import { instantOf, millisOf } from '#shared/returns/instant.ts';
import type { StoreAnswer, StoreClient } from '#shared/sources/store-client.ts';
import type { ShopGate } from './shop-gate.ts';

export interface Reader {
  readonly merchant: Merchant;
  readonly clientOf: (source: string) => StoreClient | undefined;
  readonly accessToken: (source: string, channel: string) => Promise<string>;
  readonly gate: ShopGate;
  readonly send: (message: InboxMessage) => Promise<void>;
  /** Puts a hint back, to come again after a delay that grows with `attempt`. */
  readonly putBack: (hint: ReadHint) => Promise<void>;
  readonly nowMs: () => number;
}

export type ReadOutcome = { readonly outcome: 'read' | 'joined' | 'busy' | 'behind' };

/** A store that does not show the change is asked this often before the hint becomes a dead letter. */
export const mostBehind = 10;
/** A store that is busy or out of reach is given some four hours; then somebody must look. */
export const mostAttempts = 24;

/** The hint cannot be answered; it becomes a dead letter, which rings. */
export class ReadGivenUpError extends Error {
  override readonly name = 'ReadGivenUpError';
}

/**
 * Makes a function that answers hints by reading the case at its store. Hints of one case that come together are one read.
 * A busy store costs nobody else: its hints go back to the queue, and the shop is left alone meanwhile.
 */
export function createReadHint(reader: Reader): (hint: ReadHint) => Promise<ReadOutcome> {
  const underWay = new Map<string, { latest: ReadHint }>();
  return async (hint) => {
    const key = [hint.source, hint.shop, hint.caseId].join(' ');
    const other = underWay.get(key);
    if (other) {
      other.latest = hint.at > other.latest.at ? hint : other.latest;
      return { outcome: 'joined' };
    }
    const group = { latest: hint };
    underWay.set(key, group);
    try {
      return await readGroup(reader, group);
    } finally {
      underWay.delete(key);
    }
  };
}

async function readGroup(reader: Reader, group: { readonly latest: ReadHint }): Promise<ReadOutcome> {
  const { source, channel: name, shop, caseId } = group.latest;
  const channel = reader.merchant.channels.find((each) => each.source === source && each.channel === name);
  const client = reader.clientOf(source);
  if (!channel || !client) {
    throw new ReadGivenUpError(`no client reads ${source}/${name}`);
  }
  if (reader.gate.waitMs(shop, reader.nowMs()) > 0) {
    return await putBackBusy(reader, group.latest);
  }
  const readAt = instantOf(reader.nowMs());
  const accessToken = await reader.accessToken(source, name);
  const answer = await client.readCase({ channel, shop, caseId, accessToken });
  return await settle(reader, group.latest, answer, readAt);
}

async function settle(
  reader: Reader,
  hint: ReadHint,
  answer: StoreAnswer,
  readAt: ReturnType<typeof instantOf>,
): Promise<ReadOutcome> {
  if (answer.kind !== 'missing') {
    reader.gate.rest(hint.shop, reader.nowMs() + answer.restMs);
  }
  if (answer.kind === 'busy') {
    return await putBackBusy(reader, hint);
  }
  const isBehind =
    answer.kind === 'missing' || (answer.asOf !== undefined && millisOf(answer.asOf) < millisOf(hint.at));
  if (isBehind && hint.behind < mostBehind) {
    await reader.putBack({ ...hint, attempt: hint.attempt + 1, behind: hint.behind + 1 });
    return { outcome: 'behind' };
  }
  if (answer.kind === 'missing') {
    throw new ReadGivenUpError(`shop ${hint.shop} does not know case ${hint.caseId}`);
  }
  const { source, channel, shop, caseId, at: hintAt } = hint;
  const body = JSON.stringify({ shop, caseId, hintAt, readAt, content: answer.content });
  const id = `read.${digest(shop, caseId, hintAt, answer.content)}`;
  await reader.send({
    kind: 'delivery',
    delivery: { source, channel, id, via: 'read', receivedAt: readAt, headers: {}, body: Buffer.from(body) },
  });
  return { outcome: 'read' };
}

async function putBackBusy(reader: Reader, hint: ReadHint): Promise<ReadOutcome> {
  if (hint.attempt >= mostAttempts) {
    throw new ReadGivenUpError(`shop ${hint.shop} was busy or out of reach for hours: check its api.baseUrl`);
  }
  await reader.putBack({ ...hint, attempt: hint.attempt + 1 });
  return { outcome: 'busy' };
}
