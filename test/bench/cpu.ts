import { benchFolder, bundleEntry } from './bundle.ts';
import type { CpuRound } from './cpu-round.ts';
import { deployedEnv, runFresh } from './run-node.ts';
import { type Sender, secretsByName, senders } from './signed-webhooks.ts';
import { type Stub, startStub } from './start-stub.ts';
import { orderOf, pairsOf, type Spread, spreadOf } from './statistics.ts';

export interface CpuResult {
  readonly sender: Sender;
  readonly bodyBytes: number;
  readonly messageBytes: number;
  /** CPU of one accepted webhook, microseconds. */
  readonly oursUs: Spread;
  readonly floorUs: Spread;
  /** Of the medians. */
  readonly ratio: number;
  /** Each of ours over the floor that ran beside it. */
  readonly pairs: Spread;
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

/** CPU of one accepted webhook in the bundled door, and in the floor, by turns and each time in a fresh process. */
export async function measureCpu(options: CpuOptions): Promise<CpuResult[]> {
  const files = {
    floor: (await bundleEntry('test/bench/floor.ts', benchFolder)).file,
    ours: (await bundleEntry('functions/receive-webhook/handler.ts', benchFolder)).file,
  };
  const stub = await startStub(secretsByName);
  try {
    const results: CpuResult[] = [];
    for (const sender of senders) {
      results.push(await measureSender(sender, files, stub, options));
    }
    return results;
  } finally {
    stub.stop();
  }
}

async function measureSender(
  sender: Sender,
  files: Record<Contestant, string>,
  stub: Stub,
  options: CpuOptions,
): Promise<CpuResult> {
  const found: Record<Contestant, CpuRound[]> = { floor: [], ours: [] };
  for (let round = 0; round < options.rounds; round += 1) {
    for (const contestant of orderOf(contestants, round)) {
      options.log(`cpu ${sender} ${contestant} ${round + 1}/${options.rounds}`);
      found[contestant].push(await measureOnce(contestant, { sender, file: files[contestant], round }, stub, options));
    }
  }
  const cpuOf = (rounds: readonly CpuRound[]) => rounds.map(({ userUs, systemUs }) => userUs + systemUs);
  const [{ bodyBytes, messageBytes } = { bodyBytes: 0, messageBytes: 0 }] = found.ours;
  const [oursUs, floorUs] = [spreadOf(cpuOf(found.ours)), spreadOf(cpuOf(found.floor))];
  const pairs = pairsOf(cpuOf(found.ours), cpuOf(found.floor));
  return { sender, bodyBytes, messageBytes, oursUs, floorUs, ratio: oursUs.median / floorUs.median, pairs };
}

interface Round {
  readonly sender: Sender;
  readonly file: string;
  readonly round: number;
}

async function measureOnce(
  contestant: Contestant,
  { sender, file, round }: Round,
  stub: Stub,
  options: CpuOptions,
): Promise<CpuRound> {
  const { warmUps, measured } = options;
  const env = { ...deployedEnv, AWS_ENDPOINT_URL: stub.endpoint, INBOX_URL: `${stub.endpoint}/000000000000/inbox` };
  const args = [file, sender, `${contestant}-${sender}-${round}`, String(warmUps), String(measured)];
  const { result, stdoutLines } = await runFresh<CpuRound>('cpu-round.ts', args, env);
  const { messages, distinct, secretReads } = await stub.taken();
  const expected = warmUps + measured;
  const seen = { accepted: result.accepted, messages, distinct, secretReads, hasLines: stdoutLines >= expected };
  const right = {
    accepted: expected,
    messages: expected,
    distinct: expected,
    secretReads: contestant === 'ours' ? 1 : 0,
    hasLines: contestant === 'ours',
  };
  if (JSON.stringify(seen) !== JSON.stringify(right)) {
    throw new Error(`${contestant} did other work than it should have: ${JSON.stringify({ seen, right })}`);
  }
  return result;
}
