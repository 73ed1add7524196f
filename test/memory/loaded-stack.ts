import { decodeMessage } from '#shared/messages/decode-message.ts';
import { encodeMessage } from '#shared/messages/encode-message.ts';
import { outboxTexts } from '#shared/messages/outbox-texts.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { recordTogether } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import { groupOf, type Taken, takeMessage } from '#shared/recording/taken.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { queueHandler } from '#shared/runtime/queue.ts';
import { ConsumedQueue, type QueueFunction, type QueueSettings, underWay } from './consumed-queue.ts';
import { fixedPolicy } from './fixed-policy.ts';
import { createMemoryTable, type MemoryTable } from './memory-table.ts';
import { plainObserver } from './plain-observer.ts';
import type { Random } from './random.ts';
import { testMerchant } from './test-merchant.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface LoadedStackOptions {
  readonly clock: VirtualClock;
  readonly settings: QueueSettings;
  readonly policy: Policy;
  readonly random: Random;
  /** How long the table works at one call at this time, milliseconds. It does one after another. */
  readonly callMsAt: (time: number) => number;
}

export interface LoadedStack {
  readonly table: MemoryTable;
  readonly inbox: ConsumedQueue;
  /** Calls to the table so far. */
  readonly calls: number;
  /** Versions of records whose messages the stream still carries. */
  readonly onItsWay: number;
}

/** How long the stream is behind. */
const streamMs = 300;

/** The inbox, the recorder behind it as it is deployed, a table that does one call after another, and the stream from it back to the inbox. */
export function createLoadedStack({ clock, settings, policy, random, callMsAt }: LoadedStackOptions): LoadedStack {
  const table = createMemoryTable({ now: () => instantOf(clock.now) });
  const inbox = new ConsumedQueue(clock, settings, random);
  const server = { freeAt: clock.now, calls: 0 };
  const work = async () => {
    const begins = Math.max(clock.now, server.freeAt);
    server.freeAt = begins + callMsAt(begins);
    server.calls += 1;
    await clock.sleep(server.freeAt - clock.now);
    if (underWay.getStore()?.isDead) {
      await new Promise(() => {});
    }
  };
  const slowly = <Port extends object>(port: Port): Port =>
    Object.fromEntries(
      Object.entries(port).map(([name, method]) => [
        name,
        async (...inputs: unknown[]) => {
          await work();
          return await method(...inputs);
        },
      ]),
    ) as Port;
  const recorder: Recorder = {
    cases: slowly(table.cases),
    parcels: slowly(table.parcels),
    orders: slowly(table.orders),
    deliveries: slowly(table.deliveries),
    aliases: slowly(table.aliases),
    sightings: slowly(table.sightings),
    outbound: { send: async (message) => inbox.send(encodeMessage(message).text), hint: async () => {} },
    policy: fixedPolicy(policy),
    merchant: testMerchant,
    observerOf: () => plainObserver,
    now: () => instantOf(clock.now),
    isInboxBehind: async () => inbox.backlog.visible >= 1000,
  };
  inbox.readBy(recorderFunction(recorder, inbox));
  const carried = { count: 0 };
  const carry = () => {
    const { inbox: texts } = outboxTexts(table.outbox.slice(carried.count), instantOf(clock.now));
    carried.count = table.outbox.length;
    for (const { text } of texts) {
      inbox.send(text);
    }
    clock.at(clock.now + streamMs, carry);
  };
  carry();
  return {
    table,
    inbox,
    get calls() {
      return server.calls;
    },
    get onItsWay() {
      return table.outbox.length - carried.count;
    },
  };
}

/** The same as functions/record-observations, over ports that are given. */
function recorderFunction(recorder: Recorder, control: ConsumedQueue): QueueFunction {
  const noBody = async () => new Uint8Array();
  return queueHandler<Taken>(
    {
      what: 'record-observations',
      longestMs: 6_000,
      read: async ({ body, messageId, receiveCount }) =>
        takeMessage(recorder, await decodeMessage(body, noBody), { messageId, isAgain: receiveCount > 1 }),
      nameOf: groupOf,
      work: async (messages) => await recordTogether(recorder, messages),
    },
    control,
  );
}
