import demo from '#merchant' with { type: 'json' };
import { type Channel, merchantSchema } from '#shared/merchant/merchant.ts';
import type { ReadHint } from '#shared/messages/inbox-message.ts';
import { type Reconciler, reconcileShop } from '#shared/reconciling/reconcile-shop.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { ListAnswer, ListQuestion, StoreChange, StoreClient } from '#shared/sources/store-client.ts';
import { caseSnapshot, storedRecord } from '../../contract/store-contract.ts';
import { createMemoryTable, type MemoryTable } from '../../memory/memory-table.ts';

export const start = '2026-01-15T08:00:00.000Z' as Instant;
export const minuteMs = 60_000;
export const minutes = (count: number): Instant => addMillis(start, count * minuteMs);
export const shop = 'acme-goods.myshopify.com';
export const keyOf = (caseId: string) => `shopify:${shop}:${caseId}`;
const channel = merchantSchema.parse(demo).channels.find((each) => each.source === 'shopify') as Channel;

export interface ListedStore {
  readonly table: MemoryTable;
  reconciler: Reconciler;
  readonly client: StoreClient;
  readonly channel: Channel;
  /** Everything that ever changed; a listing gives what is within its window, in pages. */
  readonly changes: StoreChange[];
  readonly asked: ListQuestion[];
  readonly hints: ReadHint[];
  readonly slept: number[];
  /** Decides on a page before it is given; undefined gives it. */
  refuse: (question: ListQuestion) => ListAnswer | undefined;
  now: Instant;
  perPage: number;
  restMs: number;
  run(): ReturnType<typeof reconcileShop>;
  /** A webhook told of a change of the case at `at`. */
  tell(caseId: string, at: Instant): Promise<void>;
  /** A record that shows the state of the case as of `at`. */
  record(caseId: string, at: Instant): Promise<void>;
  cursor(): Promise<unknown>;
}

/** A shop on a clock that the test moves, and a reconciler over a table in memory. */
export function openListedStore(): ListedStore {
  const table = createMemoryTable({ now: () => start });
  const client: StoreClient = {
    source: 'shopify',
    signsCalls: false,
    readCase: async () => ({ kind: 'busy', restMs: 0 }),
    listChanges: async (question) => {
      store.asked.push(question);
      return store.refuse(question) ?? pageOf(store, question);
    },
  };
  const store: ListedStore = {
    table,
    client,
    channel,
    changes: [],
    asked: [],
    hints: [],
    slept: [],
    refuse: () => undefined,
    now: start,
    perPage: 50,
    restMs: 0,
    reconciler: {
      ...table,
      credentials: async () => ({ accessToken: 'token' }),
      hint: async (hint) => void store.hints.push(hint),
      now: () => store.now,
      sleep: async (ms) => void store.slept.push(ms),
    },
    run: () => reconcileShop(store.reconciler, { client, channel, shop }),
    tell: async (caseId, at) => await table.sightings.note(keyOf(caseId), at),
    record: async (caseId, at) => {
      const version = (await table.cases.readSnapshot(keyOf(caseId)))?.version ?? 0;
      const snapshot = caseSnapshot(keyOf(caseId), { platformStatus: { status: 'OPEN', at } });
      await table.cases.writeSnapshot(keyOf(caseId), storedRecord(snapshot, { version: version + 1 }), version);
    },
    cursor: async () => await table.cursors.readCursor(`shopify/acme-goods/${shop}`),
  };
  return store;
}

function pageOf({ changes, perPage, restMs }: ListedStore, { from, to, page = '0' }: ListQuestion): ListAnswer {
  const inWindow = changes.filter(({ at }) => at >= from && at < to).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const end = Number(page) + perPage;
  const next = end < inWindow.length ? { next: String(end) } : {};
  return { kind: 'page', changes: inWindow.slice(Number(page), end), restMs, ...next };
}
