import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { attentionViews } from '#shared/lists/attention-view.ts';
import { createEntryReader } from '#shared/lists/entry-reader.ts';
import { readListPage } from '#shared/lists/list-page.ts';
import { search } from '#shared/lists/search.ts';
import { attentionOf } from '#shared/returns/attention/rank.ts';
import { addMillis, instantOf } from '#shared/returns/record/instant.ts';
import { openStore } from '#shared/store/open-store.ts';
import { ensureEmulator } from '../../tools/emulator/emulator.ts';
import { readOptions } from '../../tools/run/read-options.ts';
import { runScript } from '../../tools/run/run-script.ts';
import { openBenchRecorder } from './bench-recorder.ts';
import { createBenchTable, deleteBenchTable } from './bench-table.ts';
import { type Call, countCalls } from './count-calls.ts';
import { caseKeyOf, changeCase, listShop, numberOf, recordCase } from './list-cases.ts';
import { tableText } from './print.ts';
import { WireTable } from './wire-table.ts';

const help = `npm run lists:measure                    records 10,000 open cases in the local AWS and reads lists of them
npm run lists:measure -- --cases 1000    fewer

It prints how long the first page of the attention list takes with nothing in memory, and how long it takes to hear of 20 changes; beside
them, the read units of each way to a record. It fails where the first takes more than 2 s, or the second more than 500 ms.`;

/** Milliseconds. */
const bars = { 'first page of the attention list': 2000, 'a delta of 20 changes': 500 } as const;
const changes = 20;
const pageLength = 100;

const options = { cases: { type: 'string', default: '10000' }, help: { type: 'boolean', short: 'h' } } as const;

function readValues() {
  const { cases, ...values } = readOptions(options);
  if (!/^[1-9]\d{1,5}$/.test(cases)) {
    throw new Error(`--cases is "${cases}"; it must be a whole number from 10, such as 1000.`);
  }
  return { ...values, cases: Number(cases) };
}

const now = () => instantOf(Date.now());
const say = (line: string) => console.error(line);

async function run({ cases }: ReturnType<typeof readValues>): Promise<void> {
  const emulator = await ensureEmulator({ log: say });
  const connect = () =>
    new DynamoDBClient({
      endpoint: emulator.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  const tableName = `lists-${randomBytes(4).toString('hex')}`;
  const [own, probe] = [connect(), connect()];
  try {
    await createBenchTable(own, tableName);
    const times = await measure({ client: own, probe, tableName, cases });
    for (const [what, ms] of Object.entries(times)) {
      const bar = bars[what as keyof typeof bars];
      console.log(`${what}: ${Math.round(ms)} ms, at most ${bar} is allowed`);
      process.exitCode = ms <= bar ? process.exitCode : 1;
    }
    await deleteBenchTable(own, tableName);
  } finally {
    own.destroy();
    probe.destroy();
    await emulator.stop();
  }
}

interface Place {
  readonly client: DynamoDBClient;
  /** For looks that are not counted. */
  readonly probe: DynamoDBClient;
  readonly tableName: string;
  readonly cases: number;
}

type Times = Record<keyof typeof bars, number>;

async function measure({ client, probe, tableName, cases }: Place): Promise<Times> {
  await fill({ client, tableName, cases });
  const calls: Call[] = [];
  countCalls(client, probe, (call) => calls.push(call));
  const store = openStore({ client, tableName, rawDays: 30, now });
  const reader = createEntryReader({ index: store.entries, now, freshMs: 0 });
  const shelves = [listShop];
  const rows: (readonly [string, number, number])[] = [];
  const timed = async <Result>(what: string, work: () => Promise<Result>) => {
    calls.length = 0;
    const begin = performance.now();
    const result = await work();
    const ms = performance.now() - begin;
    rows.push([what, Math.round(ms), calls.reduce((sum, { readUnits }) => sum + readUnits, 0)]);
    return { ms, result };
  };

  const first = await timed('the attention list, nothing in memory', async () => {
    const { entries } = await reader.read(shelves);
    const looking = { now: now(), timeZone: 'Asia/Shanghai' };
    const list = attentionOf(entries, looking);
    const timeOutWords = () => ({ 'zh-CN': '', en: '' });
    attentionViews({ ...list, items: list.items.slice(0, pageLength) }, { ...looking, timeOutWords });
    return entries.length;
  });
  expectCount(first.result, cases, 'entries');
  const page = await readListPage(reader, shelves, undefined);
  const recorder = openBenchRecorder(client, tableName, now);
  for (let index = 0; index < changes; index += 1) {
    await changeCase(recorder, index, now());
  }
  const delta = await timed(
    `a delta of ${changes} changes`,
    async () => await readListPage(reader, shelves, page.cursor),
  );
  expectCount(delta.result.entries.length, changes, 'changes');

  const { entries } = await reader.read(shelves);
  const look = async (what: string, text: string) =>
    await timed(`search: ${what}`, async () => await search(text, { entries, shelves, lookup: store.names }));
  await look('a case', caseKeyOf(1).slice(listShop.length + 1));
  await look('an order', 'SO-7');
  await look('a tracking number', numberOf(3));
  await look('the tail of one', numberOf(3).slice(-6));
  await look('200 tracking numbers', Array.from({ length: 200 }, (_, index) => numberOf(index)).join('\n'));
  console.log(tableText(['way to a record', 'ms', 'read units'], rows));
  return { 'first page of the attention list': first.ms, 'a delta of 20 changes': delta.ms };
}

/** Records cases of the last two weeks, each a minute after it was asked for, and none so lately that a delta looks back to it. */
async function fill({ client, tableName, cases }: Pick<Place, 'client' | 'tableName' | 'cases'>): Promise<void> {
  const begin = performance.now();
  const wire = new WireTable();
  let clock = now();
  const recorder = openBenchRecorder(wire.client(), tableName, () => clock);
  for (let index = 0; index < cases; index += 1) {
    const at = addMillis(now(), -(10 + ((index * 7919) % 20_000)) * 60_000);
    clock = addMillis(at, 60_000);
    await recordCase(recorder, index, at);
  }
  await wire.copyTo(client, tableName);
  say(`${cases} cases recorded in ${Math.round((performance.now() - begin) / 1000)} s`);
}

function expectCount(found: number, expected: number, what: string): void {
  if (found !== expected) {
    throw new Error(`${found} ${what} were read, and ${expected} were written.`);
  }
}

await runScript({ command: 'npm run lists:measure', help, read: readValues, run });
