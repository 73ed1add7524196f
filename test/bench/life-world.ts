import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { executionNameOf } from '#shared/aws/strike-execution.ts';
import type { RecordStrike } from '#shared/clocks/ports.ts';
import { sweepDeadlines } from '#shared/clocks/sweep-deadlines.ts';
import { createGatherer } from '#shared/counting/gather.ts';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import { encodeMessage } from '#shared/messages/encode-message.ts';
import type { InboxMessage, OutboxMessage, StrikeMessage } from '#shared/messages/inbox-message.ts';
import { outboxTexts } from '#shared/messages/outbox-texts.ts';
import type { RecordName } from '#shared/messages/record-name.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { policySchema } from '#shared/policy/policy.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { openStore } from '#shared/store/open-store.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { type Call, countCalls } from './count-calls.ts';
import type { Step } from './return-life.ts';

/** What one step led to, and all that followed from it. */
export interface Taken {
  readonly outcome: string;
  readonly calls: readonly Call[];
  /** Messages that the stream carried to the inbox, and in how many calls. */
  readonly carried: number;
  /** Of them, those that have another case of the order look again. */
  readonly siblings: number;
  readonly carryCalls: number;
  readonly hints: number;
  /** Executions that the sweep started since the step before. */
  readonly started: number;
}

export interface LifeWorld {
  take(step: Step): Promise<Taken>;
  readonly largestMessageBytes: number;
}

const hourMs = 3_600_000;

/**
 * Records deliveries at the time at which they were received, against a real table: what follows from a record goes through the inbox, and
 * the sweep runs in between.
 * @param connect - One client to record with, whose calls are counted, and one for the sweep, whose are not: it runs for all cases at once.
 */
export async function openLifeWorld(connect: () => DynamoDBClient, tableName: string): Promise<LifeWorld> {
  const merchant = toldAll(readMerchant('demo'));
  const [client, probe] = [connect(), connect()];
  const calls: Call[] = [];
  const hints: unknown[] = [];
  const queue: InboxMessage[] = [];
  let clock: Instant | undefined;
  const now = () => clock ?? epoch;
  countCalls(client, probe, (call) => calls.push(call));
  const options = { tableName, rawDays: merchant.retention.rawDays, now };
  const store = openStore({ ...options, client });
  const gatherer = createGatherer(store.health);
  const recorder: Recorder = {
    ...store,
    outbound: { send: async (message) => void queue.push(message), hint: async (hint) => void hints.push(hint) },
    policy: openPolicySource(
      { client, name: tableName },
      {
        bundled: demoPolicy,
        parse: (value) => ({ policy: policySchema.parse(value) }),
        now: () => epoch,
        onFault: refusePolicy,
        onWarning: refusePolicy,
      },
    ),
    merchant,
    observerOf,
    now,
    isInboxBehind: async () => false,
    count: gatherer.add,
  };
  const { cases, parcels, listings, sweeps } = openStore({ ...options, client: probe });
  const started = new Set<string>();
  /** Held back until their time. */
  const waiting: StrikeMessage[] = [];
  const sweep = {
    ...sweeps,
    listStrikes: listings.listStrikes,
    readSnapshot: async (record: RecordName) =>
      'parcel' in record ? await parcels.readSnapshot(record.parcel) : await cases.readSnapshot(record.caseKey),
    isInboxBehind: async () => false,
    hasTime: () => true,
    send: refuseStrikes,
    timers: {
      start: async (strike: RecordStrike) => (started.add(executionNameOf(strike)) ? 'started' : 'already-started'),
    },
  };
  /** The sweep looks more than an hour ahead, so that once an hour shows all that it ever starts. */
  const letTimePass = async (until: Instant) => {
    for (let at = addMillis(now(), hourMs); clock && at < until; at = addMillis(at, hourMs)) {
      await sweepDeadlines(sweep, at);
    }
    clock = until;
  };
  /** Strikes whose time has come look at their record, whether anything strikes or not. */
  const strike = async () => {
    const due = waiting.filter(({ at }) => at <= now());
    waiting.splice(0, waiting.length, ...waiting.filter(({ at }) => at > now()));
    for (const message of due) {
      await recordMessage(recorder, message);
    }
  };
  // Once a minute and container: no single webhook pays for it, so its clock stands still here.
  await recorder.policy.inForceAt(now());
  let largestMessageBytes = 0;

  return {
    get largestMessageBytes() {
      return largestMessageBytes;
    },
    take: async ({ delivery }) => {
      const before = started.size;
      await letTimePass(delivery.receivedAt);
      calls.length = 0;
      hints.length = 0;
      await strike();
      const { outcome } = await recordMessage(recorder, { kind: 'delivery', delivery });
      // Each comes alone here: a batch of several would pay for this once.
      await gatherer.flush();
      const sent = { carried: 0, siblings: 0, carryCalls: 0 };
      for (let seen = 0; seen < calls.length || queue.length > 0; ) {
        const written = calls.slice(seen).map(({ outbox }) => outbox as readonly OutboxMessage[]);
        seen = calls.length;
        for (const outbox of written.filter(({ length }) => length > 0)) {
          const { inbox, strikes } = outboxTexts(outbox, now());
          sent.carried += inbox.length;
          sent.siblings += outbox.filter(({ kind }) => kind === 'sibling').length;
          sent.carryCalls += Math.ceil(inbox.length / 10) + Math.ceil(strikes.length / 10);
          queue.push(...outbox.filter(({ kind }) => kind !== 'strike'));
          waiting.push(...outbox.filter((each) => each.kind === 'strike'));
        }
        for (const message of queue.splice(0)) {
          const size = Buffer.byteLength(encodeMessage(message).text);
          largestMessageBytes = Math.max(largestMessageBytes, size);
          await recordMessage(recorder, message);
        }
      }
      return { outcome, calls: [...calls], ...sent, hints: hints.length, started: started.size - before };
    },
  };
}

const epoch = '1970-01-01T00:00:00.000Z' as Instant;

/** A late strike is the sweep's to tell. */
async function refuseStrikes(strikes: readonly unknown[]): Promise<void> {
  if (strikes.length > 0) {
    throw new Error(`a clock is late in a life in which all is in time: ${JSON.stringify(strikes)}`);
  }
}

/** The same merchant with a help desk that tells all that a clock can need, so that every kind runs. */
function toldAll(merchant: Merchant): Merchant {
  const tells: Channel['tells'] = ['messages', 'stops', 'write-ups'];
  const channels = merchant.channels.map((each) => (each.role === 'help-desk' ? { ...each, tells } : each));
  return { ...merchant, channels };
}

function refusePolicy(revision: string): void {
  throw new Error(`the policy ${revision} is not valid`);
}
