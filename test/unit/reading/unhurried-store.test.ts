import { describe, expect, it } from 'vitest';
import type { InboxMessage, ReadHint } from '#shared/messages/inbox-message.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { createReadHint, mostBehind } from '#shared/reading/read-hint.ts';
import { openShopGate } from '#shared/reading/shop-gate.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import { addMillis, type Instant, instantOf, millisOf } from '#shared/returns/record/instant.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';
import { fixedPolicy } from '../../memory/fixed-policy.ts';
import { createMemoryTable } from '../../memory/memory-table.ts';

/*
 * A push of Doudian's, the reading that it asks for, and the record, over one table: what a store shows late is shown on the record as it
 * comes, and a push that names no time makes no store look late.
 */
const changedAt = '2024-05-06T03:40:00.000Z' as Instant;
const key = 'doudian:4400123:7201234567890123457';
const { content } = JSON.parse(fixture('doudian/read-case').toString()) as { readonly content: string };

/** A push that says that the case changed at `updatedAt`, and all that comes of it while the store shows the case as of {@link changedAt}. */
async function pushAndRead(updatedAt: Instant | undefined) {
  const hints: ReadHint[] = [];
  const inbox: InboxMessage[] = [];
  let nowMs = millisOf(changedAt) + 60_000;
  const table = createMemoryTable({ now: () => instantOf(nowMs) });
  const recorder = {
    ...table,
    outbound: { send: async () => {}, hint: async (hint: ReadHint) => void hints.push(hint) },
    policy: fixedPolicy(demoPolicy),
    merchant,
    observerOf,
    now: () => instantOf(nowMs),
    isInboxBehind: async () => false,
  };
  const readHint = createReadHint({
    merchant,
    clientOf: (source) => ({
      source,
      signsCalls: true,
      readCase: async () => ({ kind: 'found', content, asOf: changedAt, restMs: 0 }),
      listChanges: async () => ({ kind: 'busy', restMs: 0 }),
    }),
    credentials: async () => ({ accessToken: 'token' }),
    gate: openShopGate(),
    send: async (message) => void inbox.push(message),
    putBack: async (hint) => void hints.push(hint),
    nowMs: () => nowMs,
  });
  const record = async () => {
    for (const message of inbox.splice(0)) {
      await recordMessage(recorder, message);
    }
  };

  const data = { aftersale_id: '7201234567890123457', shop_id: 4400123, update_time: updatedAt };
  const delivery = {
    source: 'doudian',
    channel: 'flagship-app',
    id: 'm-1',
    via: 'webhook',
    receivedAt: instantOf(nowMs),
    headers: {},
    body: Buffer.from(JSON.stringify([{ tag: '203', msg_id: 'm-1', data }])),
  } as const;
  inbox.push({ kind: 'delivery', delivery });
  await record();
  return {
    /** Answers the next hint, a minute later. */
    async answer() {
      nowMs += 60_000;
      const hint = hints.shift();
      const outcome = hint && (await readHint(hint)).outcome;
      await record();
      return outcome;
    },
    snapshot: async () => (await table.cases.readSnapshot(key))?.snapshot,
  };
}

describe('reading at a store that shows a change late', () => {
  it('records what it shows at once, and says that it is behind only in the end', async () => {
    const world = await pushAndRead(addMillis(changedAt, 1_000));

    expect(await world.answer()).toBe('behind');
    expect(await world.snapshot()).toMatchObject({ platformStatus: { status: '11', at: changedAt } });
    expect((await world.snapshot())?.attention).not.toContain('store-behind');

    const outcomes: unknown[] = [];
    for (let left = mostBehind; left > 0; left -= 1) {
      outcomes.push(await world.answer());
    }
    expect(outcomes).toEqual([...Array.from({ length: mostBehind - 1 }, () => 'behind'), 'read']);
    expect((await world.snapshot())?.attention).toContain('store-behind');
    expect(await world.answer()).toBeUndefined();
  });

  it('asks no more after a push that names no time', async () => {
    const world = await pushAndRead(undefined);

    expect(await world.answer()).toBe('read');
    expect(await world.answer()).toBeUndefined();
    expect((await world.snapshot())?.attention).not.toContain('store-behind');
  });
});
