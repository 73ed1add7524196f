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
  /** Of the log line that both write for each webhook. */
  readonly lineBytes: number;
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

/** Ours goes first: how long its lines are, the floor's must be. */
const contestants = ['ours', 'floor'] as const;
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
  const found: Record<Contestant, MeasuredRound[]> = { floor: [], ours: [] };
  for (let round = 0; round < options.rounds; round += 1) {
    for (const contestant of orderOf(contestants, round)) {
      options.log(`cpu ${sender} ${contestant} ${round + 1}/${options.rounds}`);
      const lineBytes = found.ours[0]?.lineBytes ?? 0;
      const given = { contestant, sender, file: files[contestant], round, lineBytes };
      found[contestant].push(await measureOnce(given, stub, options));
    }
  }
  const cpuOf = (rounds: readonly CpuRound[]) => rounds.map(({ userUs, systemUs }) => userUs + systemUs);
  const [first] = found.ours;
  if (!first) {
    throw new Error('nothing was measured');
  }
  const { bodyBytes, messageBytes, lineBytes } = first;
  const [oursUs, floorUs] = [spreadOf(cpuOf(found.ours)), spreadOf(cpuOf(found.floor))];
  const pairs = pairsOf(cpuOf(found.ours), cpuOf(found.floor));
  const ratio = oursUs.median / floorUs.median;
  return { sender, bodyBytes, messageBytes, lineBytes, oursUs, floorUs, ratio, pairs };
}

interface Round {
  readonly contestant: Contestant;
  readonly sender: Sender;
  readonly file: string;
  readonly round: number;
  /** For the floor. */
  readonly lineBytes: number;
}

type MeasuredRound = CpuRound & { readonly lineBytes: number };

async function measureOnce(
  { contestant, sender, file, round, lineBytes }: Round,
  stub: Stub,
  { warmUps, measured }: CpuOptions,
): Promise<MeasuredRound> {
  const env = {
    ...deployedEnv,
    AWS_ENDPOINT_URL: stub.endpoint,
    INBOX_URL: `${stub.endpoint}/000000000000/inbox`,
    FLOOR_LINE_BYTES: String(lineBytes),
  };
  const args = [file, sender, `${contestant}-${sender}-${round}`, String(warmUps), String(measured)];
  const { result, stdoutLines, stdoutBytes } = await runFresh<CpuRound>('cpu-round.ts', args, env);
  const { messages, distinct, secretReads } = await stub.taken();
  const expected = warmUps + measured;
  const seen = { accepted: result.accepted, messages, distinct, secretReads, lines: stdoutLines };
  const right = {
    accepted: expected,
    messages: expected,
    distinct: expected,
    secretReads: contestant === 'ours' ? 1 : 0,
    lines: expected,
  };
  if (JSON.stringify(seen) !== JSON.stringify(right)) {
    throw new Error(`${contestant} did other work than it should have: ${JSON.stringify({ seen, right })}`);
  }
  return { ...result, lineBytes: Math.round(stdoutBytes / stdoutLines) };
}
