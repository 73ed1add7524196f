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

export type ReadOutcome =
  | { readonly outcome: 'read' | 'joined' | 'busy' | 'behind' }
  | { readonly outcome: 'given-up'; readonly reason: string };

/** A store whose replica is behind, or that does not know the case, is asked this often; with growing delays that is more than an hour. */
export const mostAttempts = 10;

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
    return { outcome: 'given-up', reason: `no client reads ${source}/${name}` };
  }
  if (reader.gate.waitMs(shop, reader.nowMs()) > 0) {
    await reader.putBack(again(group.latest));
    return { outcome: 'busy' };
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
    await reader.putBack(again(hint));
    return { outcome: 'busy' };
  }
  const isBehind =
    answer.kind === 'missing' || (answer.asOf !== undefined && millisOf(answer.asOf) < millisOf(hint.at));
  if (isBehind && hint.attempt < mostAttempts) {
    await reader.putBack(again(hint));
    return { outcome: 'behind' };
  }
  if (answer.kind === 'missing') {
    return { outcome: 'given-up', reason: 'the store does not know this case' };
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

function again(hint: ReadHint): ReadHint {
  return { ...hint, attempt: hint.attempt + 1 };
}
