import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import demo from '#merchant' with { type: 'json' };
import { openHintQueues } from '#shared/aws/hint-queues.ts';
import { merchantSchema } from '#shared/merchant/merchant.ts';
import { decodeHint } from '#shared/messages/decode-hint.ts';
import type { ReadHint } from '#shared/messages/inbox-message.ts';
import { createReadHint } from '#shared/reading/read-hint.ts';
import { openShopGate } from '#shared/reading/shop-gate.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { StoreAnswer } from '#shared/sources/store-client.ts';

/*
 * A store that is down for an hour, with 200 hints waiting: none may become a dead letter, the store may not be hammered, and the
 * hints of another shop on the same queue may not wait. Time is simulated; the delays are those that the queue is really told.
 */
const minuteMs = 60_000;
const start = Date.UTC(2026, 0, 15, 8);
const outageMs = 60 * minuteMs;
const hintsDown = 200;
const down = 'acme-goods.myshopify.com';
const up = 'other.myshopify.com';
const batchSize = 10;
const sqs = mockClient(SQSClient);

interface Letter {
  readonly text: string;
  readonly visibleAt: number;
}

beforeEach(() => {
  sqs.reset();
});

/** A store, a queue and a reader on one clock. `run` hands out what is visible, in batches, until nothing is left. */
function openWorld() {
  const letters: Letter[] = [];
  const calls: { readonly shop: string; readonly atMs: number }[] = [];
  const answeredAt = new Map<string, number>();
  let nowMs = start;

  sqs.on(SendMessageCommand).callsFake(({ MessageBody, DelaySeconds }) => {
    letters.push({ text: MessageBody, visibleAt: nowMs + DelaySeconds * 1000 });
    return {};
  });
  const hint = openHintQueues(new SQSClient({ region: 'us-east-1' }), { shopify: 'http://queue/shopify' });
  const answerOf = (shop: string): StoreAnswer => {
    calls.push({ shop, atMs: nowMs });
    return shop === down && nowMs < start + outageMs
      ? { kind: 'busy', restMs: 2_000 }
      : { kind: 'found', content: '{}', restMs: 0 };
  };
  const readHint = createReadHint({
    merchant: merchantSchema.parse(demo),
    clientOf: (source) => ({
      source,
      signsCalls: false,
      readCase: async ({ shop }) => answerOf(shop),
      listChanges: async () => ({ kind: 'busy', restMs: 0 }),
    }),
    credentials: async () => ({ accessToken: 'token' }),
    gate: openShopGate(),
    send: async (message) => {
      const body = message.kind === 'delivery' ? JSON.parse(Buffer.from(message.delivery.body).toString()) : {};
      answeredAt.set(`${body.shop} ${body.caseId}`, nowMs);
    },
    putBack: hint,
    nowMs: () => nowMs,
  });

  const take = () => {
    const visible = letters.filter(({ visibleAt }) => visibleAt <= nowMs).slice(0, batchSize);
    for (const letter of visible) {
      letters.splice(letters.indexOf(letter), 1);
    }
    return visible;
  };
  return {
    calls,
    answeredAt,
    hint,
    async run() {
      while (letters.length > 0) {
        nowMs = Math.max(nowMs, Math.min(...letters.map(({ visibleAt }) => visibleAt)));
        await Promise.all(take().map(async ({ text }) => await readHint(decodeHint(text))));
      }
      return nowMs;
    },
    at: async (ms: number, hints: readonly ReadHint[]) => {
      for (const each of hints) {
        letters.push({ text: JSON.stringify(each), visibleAt: start + ms });
      }
    },
  };
}

function hintsOf(shop: string, count: number): ReadHint[] {
  return Array.from({ length: count }, (_, index) => ({
    source: 'shopify',
    channel: 'acme-goods',
    shop,
    caseId: String(index + 1),
    at: instantOf(start),
    attempt: 0,
    behind: 0,
  }));
}

describe('createReadHint through an outage of an hour', () => {
  it('answers every hint in the end, and gives up none', async () => {
    const world = openWorld();
    await world.at(0, hintsOf(down, hintsDown));

    const endMs = await world.run();

    expect(world.answeredAt.size).toBe(hintsDown);
    expect(endMs - start - outageMs).toBeLessThanOrEqual(15 * minuteMs);
  });

  it('leaves the store alone for longer and longer', async () => {
    const world = openWorld();
    await world.at(0, hintsOf(down, hintsDown));

    await world.run();

    const inVain = world.calls.filter(({ atMs }) => atMs < start + outageMs);
    const rounds = new Set(inVain.map(({ atMs }) => atMs)).size;
    expect(rounds).toBeGreaterThan(5);
    expect(inVain.length).toBeLessThan(hintsDown);
  });

  it('answers the hints of another shop at once, all the while', async () => {
    const world = openWorld();
    await world.at(0, hintsOf(down, hintsDown));
    const others = hintsOf(up, 60);
    for (const [minute, each] of others.entries()) {
      await world.at(minute * minuteMs, [each]);
    }

    await world.run();

    const waits = others.map(
      ({ caseId }, minute) => (world.answeredAt.get(`${up} ${caseId}`) ?? 0) - start - minute * minuteMs,
    );
    expect(waits).toEqual(others.map(() => 0));
  });
});
