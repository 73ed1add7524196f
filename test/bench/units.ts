import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { entryOf } from '#shared/publishing/bus-entry.ts';
import type { Change } from '#shared/returns/record/change.ts';
import { ensureEmulator } from '../../tools/emulator/emulator.ts';
import { createBenchTable, deleteBenchTable } from './bench-table.ts';
import type { Call } from './count-calls.ts';
import { openLifeWorld, type Taken } from './life-world.ts';
import { otherDeliveries, type Step, simpleReturn } from './return-life.ts';

/** What one delivery led to, together with every message to ourselves that it caused. */
export interface StepUnits {
  readonly name: string;
  readonly outcome: string;
  readonly messagesToOurselves: number;
  /** Of them, those by which another case of the order is folded anew. */
  readonly siblingRefolds: number;
  /** Calls in which the stream's function sends them: one for each record that was written and from which something follows. */
  readonly carryCalls: number;
  readonly hints: number;
  readonly gets: number;
  readonly queries: number;
  readonly puts: number;
  /** A record together with its acts: one call, at twice the price. */
  readonly transactions: number;
  readonly updates: number;
  readonly deletes: number;
  readonly refusedWrites: number;
  readonly readUnits: number;
  readonly tableWriteUnits: number;
  readonly indexWriteUnits: number;
  readonly events: number;
  readonly putEventsCalls: number;
  /** Clocks that the sweep started on the way. */
  readonly timerStarts: number;
  /** Of the delivery's own SendMessage at the door, all that record, and all that carry, publish and start clocks. */
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
  const tableName = `bench-${randomBytes(4).toString('hex')}`;
  const own = connect();
  try {
    await createBenchTable(own, tableName);
    const result = await countReturn(connect, tableName);
    await deleteBenchTable(own, tableName);
    return result;
  } finally {
    own.destroy();
    await emulator.stop();
  }
}

async function countReturn(connect: () => DynamoDBClient, tableName: string): Promise<UnitsResult> {
  const world = await openLifeWorld(connect, tableName);
  const life = simpleReturn(run);
  const take = async (steps: readonly Step[]) => {
    const taken: { step: Step; done: Taken }[] = [];
    for (const step of steps) {
      taken.push({ step, done: await world.take(step) });
    }
    return taken;
  };
  const whole = await take(life);
  const ofReturn = whole.flatMap(({ done }) => done.calls);
  const others = await take(otherDeliveries(run, life));
  const steps = whole.map(({ step, done }) => unitsOf(step.name, done));
  const compared = ofReturn.filter((call) => call.emulatorWriteUnits !== undefined);
  const same = compared.filter((call) => call.emulatorWriteUnits === call.tableWriteUnits + call.indexWriteUnits);
  return {
    steps,
    wholeReturn: sumOf('the whole return', steps),
    shares: sharesOf(ofReturn),
    caseRecordBytes: ofReturn
      .filter((call) => call.about === 'case SNAPSHOT' && call.command !== 'GetItem')
      .map((call) => call.attributeBytes),
    others: others.map(({ step, done }) => unitsOf(step.name, done)),
    largestMessageBytes: world.largestMessageBytes,
    emulator: { comparedWrites: compared.length, sameWrites: same.length },
  };
}

type Counts = Omit<StepUnits, 'name' | 'outcome'>;

function unitsOf(name: string, { outcome, calls, carried, siblings, carryCalls, hints, started }: Taken): StepUnits {
  const countOf = (command: string) => calls.filter((call) => call.command === command).length;
  const total = (pick: (call: Call) => number) => calls.reduce((sum, call) => sum + pick(call), 0);
  const changes = calls.flatMap((call) => call.changes);
  const putEventsCalls = total((call) => Math.ceil(call.changes.length / 10));
  return {
    name,
    outcome,
    messagesToOurselves: carried,
    siblingRefolds: siblings,
    carryCalls,
    hints,
    gets: countOf('GetItem'),
    queries: countOf('Query'),
    puts: countOf('PutItem'),
    transactions: countOf('TransactWriteItems'),
    updates: countOf('UpdateItem'),
    deletes: countOf('DeleteItem'),
    refusedWrites: calls.filter((call) => call.isRefused).length,
    readUnits: total((call) => call.readUnits),
    tableWriteUnits: total((call) => call.tableWriteUnits),
    indexWriteUnits: total((call) => call.indexWriteUnits),
    events: changes.filter((change) => entryOf(change as Change, 'demo').ok).length,
    putEventsCalls,
    timerStarts: started,
    awsCalls: 1 + calls.length + carryCalls + hints + putEventsCalls + started,
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
