import { beforeEach, describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { createReadHint } from '#shared/reading/read-hint.ts';
import { openShopGate } from '#shared/reading/shop-gate.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import { millisOf } from '#shared/returns/record/instant.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';
import { fixedPolicy } from '../../memory/fixed-policy.ts';
import { keyOf, type ListedStore, minutes, openListedStore } from './listed-store.ts';

/*
 * Listing, reading and recording over one table: what a hint of a listing makes of a record must be what the next listing looks for.
 */
const caseId = '9007199254740993';
const { content } = JSON.parse(fixture('shopify/read-return').toString()) as { readonly content: string };
let store: ListedStore;

beforeEach(async () => {
  store = openListedStore();
  await store.run();
  store.now = minutes(20);
  store.changes.push({ caseId, at: minutes(15) });
});

function recorderOf({ table, hints, now }: ListedStore): Recorder {
  return {
    ...table,
    outbound: { send: async () => {}, hint: async (hint) => void hints.push(hint) },
    policy: fixedPolicy(demoPolicy),
    merchant,
    observerOf,
    now: () => now,
    isInboxBehind: async () => false,
  };
}

/** Reads at the store what the hints so far ask for, and records it. */
async function answerHints(): Promise<void> {
  const recorder = recorderOf(store);
  const sent: InboxMessage[] = [];
  const readHint = createReadHint({
    merchant,
    clientOf: () => ({ ...store.client, readCase: async () => ({ kind: 'found', content, restMs: 0 }) }),
    credentials: store.reconciler.credentials,
    gate: openShopGate(),
    send: async (message) => void sent.push(message),
    putBack: async () => {},
    nowMs: () => millisOf(store.now),
  });
  for (const hint of store.hints.splice(0)) {
    await readHint(hint);
  }
  for (const message of sent) {
    await recordMessage(recorder, message);
  }
}

async function receiveWebhook(): Promise<void> {
  const headers = { 'x-shopify-topic': 'returns/update', 'x-shopify-triggered-at': minutes(15) };
  const body = Buffer.from(`{"admin_graphql_api_id":"gid://shopify/Return/${caseId}"}`);
  const place = { source: 'shopify', channel: 'acme-goods', id: 'w-1', via: 'webhook' } as const;
  const delivery = { ...place, receivedAt: minutes(15), headers, body };
  await recordMessage(recorderOf(store), { kind: 'delivery', delivery });
}

const missedFacts = async () =>
  (await store.table.cases.readObservations(keyOf(caseId)))
    .flatMap(({ facts }) => facts)
    .filter(({ fact }) => fact === 'webhook-missed');

describe('reconcileShop with reading and recording', () => {
  it('heals a record whose webhook was lost, says so on it, and knows it in the next run', async () => {
    expect(await store.run()).toMatchObject({ hinted: 1, missed: 1 });
    await answerHints();
    store.now = minutes(25);

    expect(await store.run()).toMatchObject({ listed: 1, known: 1, hinted: 0 });
    expect(await missedFacts()).toEqual([{ fact: 'webhook-missed', at: minutes(15) }]);
  });

  it('finds nothing to do where the webhook was read and recorded', async () => {
    await receiveWebhook();
    await answerHints();

    expect(await store.run()).toMatchObject({ listed: 1, known: 1, missed: 0 });
    expect(await missedFacts()).toEqual([]);
  });

  it('takes no webhook as lost that is still to be read', async () => {
    await receiveWebhook();

    expect(await store.run()).toMatchObject({ hinted: 1, missed: 0 });
    await answerHints();
    expect(await missedFacts()).toEqual([]);
  });
});
