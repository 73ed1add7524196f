import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { encodeMessage } from '#shared/inbox/encode-message.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { policySchema } from '#shared/policy/policy.ts';
import { entryOf } from '#shared/publishing/bus-entry.ts';
import type { InboxMessage } from '#shared/recording/inbox.ts';
import { recordMessage } from '#shared/recording/record-together.ts';
import type { Recorder } from '#shared/recording/recorder.ts';
import type { Change } from '#shared/returns/change.ts';
import { instantOf } from '#shared/returns/instant.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { openStore } from '#shared/store/open-store.ts';
import { openPolicySource } from '#shared/store/policy-source.ts';
import { ensureEmulator } from '../../infra/local/emulator.ts';
import { readMerchant } from '../../infra/merchant.ts';
import { createBenchTable, deleteBenchTable } from './bench-table.ts';
import { type Call, countCalls } from './count-calls.ts';
import { otherDeliveries, type Step, simpleReturn } from './return-life.ts';

/** What one delivery led to, together with every message to ourselves that it caused. */
export interface StepUnits {
  readonly name: string;
  readonly outcome: string;
  readonly messagesToOurselves: number;
  readonly hints: number;
  readonly gets: number;
  readonly queries: number;
  readonly puts: number;
  readonly updates: number;
  readonly deletes: number;
  readonly refusedWrites: number;
  readonly readUnits: number;
  readonly tableWriteUnits: number;
  readonly indexWriteUnits: number;
  readonly events: number;
  readonly putEventsCalls: number;
  readonly timerStarts: number;
  /** Of the delivery's own SendMessage at the door, all that record, and all that publish and start clocks. */
  readonly awsCalls: number;
}

export interface ShareOfUnits {
  readonly about: string;
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly largestBytes: number;
}

export interface UnitsResult {
  readonly steps: readonly StepUnits[];
  readonly wholeReturn: StepUnits;
  /** What the units of the whole return went into, the dearest first. */
  readonly shares: readonly ShareOfUnits[];
  /** The bytes of the case's record, by attribute, each time that it was written. */
  readonly caseRecordBytes: readonly Readonly<Record<string, number>>[];
  readonly others: readonly StepUnits[];
  readonly largestMessageBytes: number;
  readonly emulator: { readonly comparedWrites: number; readonly sameWrites: number };
}

/** In every name, and always the same, since its letters are part of what is weighed. */
const run = '7f3a9c';

/** Records a whole return in process, against the emulator's table, and counts what it takes. */
export async function measureUnits(log: (line: string) => void): Promise<UnitsResult> {
  const emulator = await ensureEmulator({ log });
  const connect = () =>
    new DynamoDBClient({
      endpoint: emulator.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  const [client, probe] = [connect(), connect()];
  const tableName = `bench-${randomBytes(4).toString('hex')}`;
  try {
    await createBenchTable(probe, tableName);
    const result = await countReturn(client, probe, tableName);
    await deleteBenchTable(probe, tableName);
    return result;
  } finally {
    client.destroy();
    probe.destroy();
    await emulator.stop();
  }
}

async function countReturn(client: DynamoDBClient, probe: DynamoDBClient, tableName: string): Promise<UnitsResult> {
  const calls: Call[] = [];
  countCalls(client, probe, (call) => calls.push(call));
  const queue: InboxMessage[] = [];
  const hints: unknown[] = [];
  const recorder = openRecorder(client, tableName, { queue, hints });
  // Once a minute and container; told apart, since no single webhook pays for it.
  await recorder.policy.inForceAt(recorder.now());
  const books = { calls, queue, hints, largestMessageBytes: 0 };
  const life = simpleReturn(run);
  const steps: StepUnits[] = [];
  const ofReturn: Call[] = [];
  for (const step of life) {
    steps.push(await takeStep(recorder, step, books, ofReturn));
  }
  const others: StepUnits[] = [];
  for (const step of otherDeliveries(run, life)) {
    others.push(await takeStep(recorder, step, books, []));
  }
  const compared = ofReturn.filter((call) => call.emulatorWriteUnits !== undefined);
  const same = compared.filter((call) => call.emulatorWriteUnits === call.tableWriteUnits + call.indexWriteUnits);
  return {
    steps,
    wholeReturn: sumOf('the whole return', steps),
    shares: sharesOf(ofReturn),
    caseRecordBytes: ofReturn
      .filter((call) => call.about === 'case SNAPSHOT' && call.command === 'PutItem')
      .map((call) => call.attributeBytes),
    others,
    largestMessageBytes: books.largestMessageBytes,
    emulator: { comparedWrites: compared.length, sameWrites: same.length },
  };
}

interface Books {
  readonly calls: Call[];
  readonly queue: InboxMessage[];
  readonly hints: unknown[];
  largestMessageBytes: number;
}

function openRecorder(
  client: DynamoDBClient,
  tableName: string,
  { queue, hints }: Pick<Books, 'queue' | 'hints'>,
): Recorder {
  const merchant = readMerchant('demo');
  const now = () => instantOf(Date.now());
  return {
    ...openStore({ client, tableName, rawDays: merchant.retention.rawDays, now }),
    outbound: {
      send: async (message) => {
        queue.push(message);
      },
      hint: async (hint) => {
        hints.push(hint);
      },
    },
    policy: openPolicySource(
      { client, name: tableName },
      {
        bundled: demoPolicy,
        parse: (value) => policySchema.parse(value),
        now,
        onInvalid: (revision) => {
          throw new Error(`the policy ${revision} is not valid`);
        },
      },
    ),
    merchant,
    observerOf,
    now,
    isInboxOld: async () => false,
  };
}

async function takeStep(recorder: Recorder, { name, delivery }: Step, books: Books, kept: Call[]): Promise<StepUnits> {
  books.calls.length = 0;
  books.hints.length = 0;
  const { outcome } = await recordMessage(recorder, { kind: 'delivery', delivery });
  let messagesToOurselves = 0;
  for (let message = books.queue.shift(); message; message = books.queue.shift()) {
    messagesToOurselves += 1;
    books.largestMessageBytes = Math.max(books.largestMessageBytes, Buffer.byteLength(encodeMessage(message).text));
    await recordMessage(recorder, message);
  }
  kept.push(...books.calls);
  return { name, outcome, ...unitsOf(books.calls, { messagesToOurselves, hints: books.hints.length }) };
}

type Counts = Omit<StepUnits, 'name' | 'outcome'>;

function unitsOf(calls: readonly Call[], sent: Pick<Counts, 'messagesToOurselves' | 'hints'>): Counts {
  const countOf = (command: string) => calls.filter((call) => call.command === command).length;
  const total = (pick: (call: Call) => number) => calls.reduce((sum, call) => sum + pick(call), 0);
  const changes = calls.flatMap((call) => call.changes);
  const timerStarts = changes.filter((change) =>
    ['Deadline Opened', 'Deadline Moved'].includes((change as Change).type),
  ).length;
  const putEventsCalls = total((call) => Math.ceil(call.changes.length / 10));
  return {
    ...sent,
    gets: countOf('GetItem'),
    queries: countOf('Query'),
    puts: countOf('PutItem'),
    updates: countOf('UpdateItem'),
    deletes: countOf('DeleteItem'),
    refusedWrites: calls.filter((call) => call.isRefused).length,
    readUnits: total((call) => call.readUnits),
    tableWriteUnits: total((call) => call.tableWriteUnits),
    indexWriteUnits: total((call) => call.indexWriteUnits),
    events: changes.filter((change) => entryOf(change, 'demo').ok).length,
    putEventsCalls,
    timerStarts,
    awsCalls: 1 + calls.length + sent.messagesToOurselves + sent.hints + putEventsCalls + timerStarts,
  };
}

function sumOf(name: string, steps: readonly StepUnits[]): StepUnits {
  const [first] = steps;
  const numbers = Object.keys(first ?? {}).filter((key) => key !== 'name' && key !== 'outcome') as (keyof Counts)[];
  const sums = numbers.map((key) => [key, steps.reduce((sum, step) => sum + step[key], 0)] as const);
  return { name, outcome: '', ...(Object.fromEntries(sums) as unknown as Counts) };
}

function sharesOf(calls: readonly Call[]): ShareOfUnits[] {
  const groups = Map.groupBy(calls, ({ command, about }) => `${about} ${command}`);
  const shares = [...groups].map(([about, group]) => ({
    about,
    calls: group.length,
    readUnits: group.reduce((sum, call) => sum + call.readUnits, 0),
    writeUnits: group.reduce((sum, call) => sum + call.tableWriteUnits + call.indexWriteUnits, 0),
    largestBytes: Math.max(...group.map((call) => call.bytes)),
  }));
  // A write unit costs five times what a read unit does.
  const costOf = ({ writeUnits, readUnits }: ShareOfUnits) => 5 * writeUnits + readUnits;
  return shares.sort((a, b) => costOf(b) - costOf(a));
}
