import { benchFolder, bundleEntry } from './bundle.ts';
import type { CpuRound } from './cpu-round.ts';
import { deployedEnv, type Fresh, startFresh } from './run-node.ts';
import { type Sender, secretsByName, senders } from './signed-webhooks.ts';
import { type Stub, startStub } from './start-stub.ts';
import { orderOf, pairsOf, type Spread, spreadOf } from './statistics.ts';

export interface CpuResult {
  readonly sender: Sender;
  readonly bodyBytes: number;
  readonly messageBytes: number;
  /** Of the log line that both write for each webhook. */
  readonly lineBytes: number;
  /** CPU of one accepted webhook, microseconds. */
  readonly oursUs: Spread;
  readonly floorUs: Spread;
  /** Each of ours over the floor that ran beside it. */
  readonly pairs: Spread;
  /** The median of these. */
  readonly ratio: number;
}

export interface CpuOptions {
  readonly rounds: number;
  /** Webhooks of one process, before and while it is measured. */
  readonly warmUps: number;
  readonly measured: number;
  readonly log: (line: string) => void;
}

const contestants = ['floor', 'ours'] as const;
type Contestant = (typeof contestants)[number];

/** So many webhooks are measured in one process before it is the other's turn: whatever else this machine does hits both alike. */
const slice = 250;

/** CPU of one accepted webhook in the bundled door, and in the floor: each round in two fresh processes, slice by slice by turns. */
export async function measureCpu(options: CpuOptions): Promise<CpuResult[]> {
  const files = {
    floor: (await bundleEntry('test/bench/floor.ts', benchFolder)).file,
    ours: (await bundleEntry('functions/receive-webhook/handler.ts', benchFolder)).file,
  };
  const stub = await startStub(secretsByName);
  try {
    const results: CpuResult[] = [];
    for (const sender of senders) {
      results.push(await measureSender({ sender, files, stub }, options));
    }
    return results;
  } finally {
    stub.stop();
  }
}

interface Bench {
  readonly sender: Sender;
  readonly files: Readonly<Record<Contestant, string>>;
  readonly stub: Stub;
}

async function measureSender(bench: Bench, options: CpuOptions): Promise<CpuResult> {
  const lineBytes = await lineBytesOf(bench);
  const rounds: Record<Contestant, CpuRound>[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    options.log(`cpu ${bench.sender} ${round + 1}/${options.rounds}`);
    rounds.push(await measureRound(bench, { ...options, round, lineBytes }));
  }
  const cpuOf = (contestant: Contestant) =>
    rounds.map(({ [contestant]: { userUs, systemUs } }) => (userUs + systemUs) / options.measured);
  const pairs = pairsOf(cpuOf('ours'), cpuOf('floor'));
  const { bodyBytes = 0, messageBytes = 0 } = rounds[0]?.ours ?? {};
  return {
    sender: bench.sender,
    bodyBytes,
    messageBytes,
    lineBytes,
    oursUs: spreadOf(cpuOf('ours')),
    floorUs: spreadOf(cpuOf('floor')),
    pairs,
    ratio: pairs.median,
  };
}

/** How long ours' lines are: the floor's must be as long. */
async function lineBytesOf(bench: Bench): Promise<number> {
  const process = startProcess(bench, { contestant: 'ours', run: 'lines', count: slice, lineBytes: 0 });
  await process.ask(slice);
  const { lines, bytes } = await process.end();
  await bench.stub.taken();
  return Math.round(bytes / lines);
}

interface Round extends CpuOptions {
  readonly round: number;
  readonly lineBytes: number;
}

async function measureRound(
  bench: Bench,
  { warmUps, measured, round, lineBytes }: Round,
): Promise<Record<Contestant, CpuRound>> {
  const count = warmUps + measured;
  const started = (contestant: Contestant) =>
    startProcess(bench, { contestant, run: `${contestant}-${round}`, count, lineBytes });
  const processes = { floor: started('floor'), ours: started('ours') };
  const turns = [warmUps, ...Array.from({ length: measured / slice }, () => slice)];
  for (const [turn, next] of turns.entries()) {
    for (const contestant of orderOf(contestants, turn)) {
      await processes[contestant].ask(next);
      const secretReads = contestant === 'ours' && turn === 0 ? 1 : 0;
      expectSame(contestant, await bench.stub.taken(), { messages: next, distinct: next, secretReads });
    }
  }
  return { floor: await finish(processes.floor, count), ours: await finish(processes.ours, count) };
}

interface Started {
  readonly contestant: Contestant;
  /** Keeps the ids of this process's webhooks apart. */
  readonly run: string;
  readonly count: number;
  /** For the floor. */
  readonly lineBytes: number;
}

function startProcess({ sender, files, stub }: Bench, { contestant, run, count, lineBytes }: Started): Fresh<CpuRound> {
  const env = {
    ...deployedEnv,
    AWS_ENDPOINT_URL: stub.endpoint,
    INBOX_URL: `${stub.endpoint}/000000000000/inbox`,
    FLOOR_LINE_BYTES: String(lineBytes),
  };
  return startFresh('cpu-round.ts', [files[contestant], sender, `${sender}-${run}`, String(count)], env);
}

async function finish(process: Fresh<CpuRound>, count: number): Promise<CpuRound> {
  const { answer, lines } = await process.end();
  expectSame('a process', { accepted: answer.accepted, lines }, { accepted: count, lines: count });
  return answer;
}

/** @throws where a contestant did other work than it should have: then nothing that it was measured at counts. */
function expectSame(who: string, seen: object, right: object): void {
  if (JSON.stringify(seen) !== JSON.stringify(right)) {
    throw new Error(`${who} did other work than it should have: ${JSON.stringify({ seen, right })}`);
  }
}
