import { type CaseView, caseViewOf } from '#shared/api/case-view.ts';
import { allRounds, parcelShelf } from '#shared/lists/partitions.ts';
import { merchant } from '#shared/merchant/bundled.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';

import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import type { Entry } from '#shared/returns/attention/entry.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { observerOf } from '#shared/sources/observers.ts';
import type { Stage } from '../../../tools/demo/welcome/stage.ts';
import { fixedPolicy } from '../../memory/fixed-policy.ts';
import { createMemoryTable } from '../../memory/memory-table.ts';
import { testPolicy } from '../../memory/test-merchant.ts';
import { createGoodsReports, createScans } from '../../simulators/goods-reports.ts';
import { createOwnStore } from '../../simulators/own-store.ts';
import type { PostWebhook } from '../../simulators/post-webhook.ts';
import { createStandardSender } from '../../simulators/standard-sender.ts';
import type { Wms } from '../../simulators/wms.ts';

/** Somebody is needed who is not in memory: a store that is read, a feed, a warehouse that is called. */
export class NotInMemory extends Error {
  override readonly name = 'NotInMemory';
}

export interface MemoryStage extends Stage {
  /** Lets all clocks strike that are due. @returns the case as the API would show it. */
  viewOf(key: string): Promise<CaseView | undefined>;
  /** What lists hold of the own store's cases and of parcels, as far as it is open. */
  entries(): Promise<readonly Entry[]>;
}

type Announced = Extract<Change, { readonly type: 'Return Tracking Assigned' | 'Return Tracking Replaced' }>;

/**
 * All who speak Standard Webhooks, with the messages that they really send, and the recorder behind them, in memory and at one moment. Warehouses acknowledge at
 * once what they are told.
 */
export function openMemoryStage(nowMs: number): MemoryStage {
  const now = () => instantOf(nowMs);
  const table = createMemoryTable({ now });
  const queue: InboxMessage[] = [];
  const recorder: Recorder = {
    ...table,
    outbound: { send: async (message) => void queue.push(message), hint: async () => {} },
    policy: fixedPolicy(testPolicy),
    merchant,
    observerOf,
    now,
    isInboxBehind: async () => false,
  };
  const carried = { outbox: 0, stream: 0 };
  const announced: Announced[] = [];
  const refusals = new Map<string, string>();

  const isNow = (message: InboxMessage) => message.kind !== 'strike' || message.at <= now();
  async function settle(): Promise<void> {
    for (;;) {
      queue.push(...table.outbox.slice(carried.outbox).filter(isNow));
      carried.outbox = table.outbox.length;
      const message = queue.shift();
      if (!message) {
        return;
      }
      await recordMessage(recorder, message);
    }
  }
  const post: PostWebhook = async ({ url, headers, body }) => {
    const channel = url.split('/').at(-1) ?? '';
    const id = headers['webhook-id'] ?? '';
    const delivery = { source: 'standard', channel, id, via: 'webhook', receivedAt: now(), headers: {}, body } as const;
    queue.push({ kind: 'delivery', delivery });
    await settle();
    await acknowledge();
    return { status: 200, body: '' };
  };
  const webhooksUrl = 'memory:/webhooks';
  const sender = createStandardSender({ webhooksUrl, run: 'memo', secretOf: async () => 'whsec_AAAA', post });

  async function acknowledge(): Promise<void> {
    const told = table.stream.slice(carried.stream);
    carried.stream = table.stream.length;
    for (const change of told) {
      if (change.type === 'Return Tracking Assigned' || change.type === 'Return Tracking Replaced') {
        announced.push(change);
        const { announcementId, warehouseId, trackingNumber } = change.data;
        const reason = refusals.get(trackingNumber);
        const answer = { announcementId, at: now(), accepted: reason === undefined, ...(reason && { reason }) };
        await sender.tell(`wms-${warehouseId}`, 'preadvice.acknowledged', answer);
      }
    }
  }
  const wmsOf = (warehouseId: string): Wms => ({
    ...createGoodsReports({ sender, channel: `wms-${warehouseId}`, warehouseId }),
    expects: (caseId, trackingNumber) =>
      announced.find(({ data }) => data.caseId === caseId && data.trackingNumber === trackingNumber) as never,
    toldOf: () => [],
    refuse: (trackingNumber, reason) => void refusals.set(trackingNumber, reason),
    stop: async () => {},
  });
  const known = {
    run: 'memo',
    sender,
    ownStore: createOwnStore(sender),
    scan: createScans(sender),
    wms: { east: wmsOf('east'), west: wmsOf('west') },
  };
  const cast = new Proxy(known, {
    get: (all, name) => {
      if (Object.hasOwn(all, name)) {
        return all[name as keyof typeof all];
      }
      throw new NotInMemory(String(name));
    },
  });
  let names = 0;
  let numbers = 0;
  return {
    cast: cast as unknown as Stage['cast'],
    ago: (hours) => new Date(nowMs - hours * 3_600_000),
    nextName: () => {
      names += 1;
      return `00000-${String(names).padStart(2, '0')}`;
    },
    nextTracking: (prefix) => {
      numbers += 1;
      return `${prefix}1400000${String(numbers).padStart(4, '0')}0`;
    },
    until: async (what, holds) => {
      if (!holds()) {
        throw new Error(`it does not come about that ${what}`);
      }
    },
    viewOf: async (key) => {
      const read = async () => await table.cases.readSnapshot(key);
      for (let before = -1; before !== (await read())?.version; ) {
        before = (await read())?.version ?? 0;
        queue.push({ kind: 'strike', caseKey: key, at: now() });
        await settle();
      }
      const stored = await read();
      return stored && caseViewOf(stored, now());
    },
    entries: async () => {
      const partitions = ['standard:main', parcelShelf].flatMap((shelf) =>
        allRounds.map((openOn) => ({ shelf, openOn })),
      );
      return (await Promise.all(partitions.map(async (each) => await table.entries.readBetween(each)))).flat();
    },
  };
}
