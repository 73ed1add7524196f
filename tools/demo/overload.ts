import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { startBusListener } from '../../test/scenarios/bus-listener.ts';
import { sendAll, sendingsOf } from '../../test/simulation/burst.ts';
import { type Cast, openCast } from '../../test/simulation/cast.ts';
import { type PostWebhook, postWebhook } from '../../test/simulators/post-webhook.ts';
import { growingRests } from '../../test/simulators/rests.ts';
import { bringUp } from '../emulator/bring-up.ts';
import { readQueueDepths } from '../emulator/queue-depths.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { localClient, queuePrefix } from '../operate/read-outputs.ts';
import { type Log, openLog } from '../run/progress.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { nowAndThen } from '../run/waiting.ts';
import { claimDemoPorts } from './demo-ports.ts';
import { type Arrival, arrivalOf, caseOf, type Listening } from './overload/arrival.ts';

const help = `Posts a thousand deliveries of two hundred returns while processes that do nothing but work take the machine's time, then lets it
come to rest, and looks whether each delivery arrived once. Whatever is not answered 200 is posted again. Ends with 0 when everything
arrived once and nothing is among the dead letters, with 1 when not.

  npm run overload                       8 busy processes, 200 returns of 5 deliveries each
  npm run overload -- --busy 16          more of them
  npm run overload -- --cases 50         fewer returns

It deploys to a local AWS of its own; where one is up by npm start -- --quiet or npm run emulator and AWS_ENDPOINT_URL, to that.`;

/** Of the life of a return those that tell of its request, decision, shipping, way and receipt. */
const steps: readonly number[] = [0, 1, 2, 3, 5];
const sendersAtOnce = 50;
/** Where nothing at all changes for so long, it is not waited any more. */
const stillMs = 10 * 60_000;

function readValues() {
  const options = {
    busy: { type: 'string', default: '8' },
    cases: { type: 'string', default: '200' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const values = readOptions(options);
  const [busy, cases] = [Number(values.busy), Number(values.cases)];
  if (!Number.isInteger(busy) || busy < 0 || busy > 64 || !Number.isInteger(cases) || cases < 1 || cases > 5000) {
    throw new Error('--busy is a whole number from 0 to 64, --cases one from 1 to 5000');
  }
  return { help: values.help, busy, cases };
}

type Values = ReturnType<typeof readValues>;

async function run(values: Values): Promise<void> {
  const log = openLog();
  await claimDemoPorts();
  const { emulator, outputs } = await bringUp(log, { join: true });
  try {
    const arrival = await Promise.race([overload(outputs, values, log), emulator.died]);
    console.log(`\n${arrival.lines.join('\n')}`);
    process.exitCode = arrival.isWhole ? 0 : 1;
  } finally {
    await emulator.stop();
  }
}

async function overload(outputs: LocalOutputs, { busy, cases }: Values, log: Log): Promise<Arrival> {
  const posts = { all: 0, notTaken: 0 };
  const post: PostWebhook = async (posting) => {
    const answer = await postWebhook(posting);
    posts.all += 1;
    posts.notTaken += answer.status === 200 ? 0 : 1;
    return answer;
  };
  const cast = await openCast(outputs, { post, restAfter: growingRests({ firstMs: 500, mostMs: 5_000 }) });
  const client = localClient(outputs);
  const sqs = new SQSClient(client);
  const bus = new EventBridgeClient(client);
  const events = await startBusListener({ sqs, bus, busName: outputs.busName, run: cast.run });
  const others = Array.from({ length: busy }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  try {
    const listening = { outputs, sqs, events, tag: cast.run.toUpperCase(), cases, steps, log };
    const startedAt = Date.now();
    log(`${cases * steps.length} deliveries of ${cases} returns, beside ${busy} busy processes`);
    const taken = await burst(cast, listening);
    const takenAfterMs = Date.now() - startedAt;
    end(others);
    log(`all were answered; now it is quiet`);
    const found = await settled(listening);
    const drainedAfterMs = Date.now() - startedAt - takenAfterMs;
    return found({ busy, posts, taken, takenAfterMs, drainedAfterMs });
  } finally {
    end(others);
    await events.stop();
    await cast.close();
  }
}

/** All at once, return by return. */
async function burst({ sender }: Cast, { tag, cases }: Listening): Promise<number> {
  const all = Array.from({ length: cases }, (_, index) => sendingsOf({ ...caseOf(tag, index), index }));
  return await sendAll(
    sender,
    all.flatMap((life) => life.filter((_, step) => steps.includes(step))),
    sendersAtOnce,
  );
}

/** Waits until the queues are empty and all is there, for as long as anything changes. */
async function settled(listening: Listening) {
  const { sqs, outputs, log } = listening;
  const say = nowAndThen(log);
  let [before, changedAt] = ['', Date.now()];
  for (;;) {
    const depths = (await readQueueDepths(sqs, queuePrefix(outputs))).filter(({ messages }) => messages > 0);
    const left = depths.filter(({ queue }) => !queue.endsWith('-dlq'));
    const found = left.length === 0 ? await arrivalOf(listening, depths) : undefined;
    const mark = JSON.stringify([depths, found?.mark]);
    [before, changedAt] = mark === before ? [before, changedAt] : [mark, Date.now()];
    if (found?.isWhole || Date.now() - changedAt > stillMs) {
      return (found ?? (await arrivalOf(listening, depths))).tell;
    }
    say(`   ${left.map(({ queue, messages }) => `${messages} in ${queue}`).join(', ') || found?.mark}`);
    await sleep(1500);
  }
}

function end(processes: readonly ChildProcess[]): void {
  for (const each of processes) {
    each.kill('SIGKILL');
  }
}

await runScript({ command: 'npm run overload', help, read: readValues, run });
