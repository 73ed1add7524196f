import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { envNames } from '#shared/runtime/env-names.ts';

type Env = Readonly<Record<string, string>>;
type OurName = (typeof envNames)[keyof typeof envNames];

/** What our functions have in their environment (each has part of it), and what a client needs to sign. */
export const deployedEnv = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  NODE_OPTIONS: '--enable-source-maps',
  POWERTOOLS_SERVICE_NAME: 'backhaul-demo',
  TABLE_NAME: 'bench',
  BUS_NAME: 'bench',
  INBOX_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/inbox',
  HINT_QUEUES: '{"shopify":"https://sqs.us-east-1.amazonaws.com/000000000000/hints-shopify"}',
  FOLLOWS_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/follows',
  DELIVER_URLS: '{"hangzhou":"https://sqs.us-east-1.amazonaws.com/000000000000/deliver-hangzhou"}',
  WEBHOOKS_URL: 'https://hooks.example.com/webhooks',
  UNPUBLISHABLE_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/unpublishable',
  BODIES_BUCKET: 'bench',
  SECRET_PREFIX: 'backhaul/demo/',
  DEADLINE_TIMER_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:bench',
} as const satisfies Record<OurName, string> & Env;

export interface Ran<Result> {
  /** What the script sent by `process.send`. */
  readonly result: Result;
  readonly stdoutLines: number;
  readonly stdoutBytes: number;
}

/** Runs a script of this folder in a fresh process that has nothing in its environment but `env`, to its end. */
export async function runFresh<Result>(script: string, args: readonly string[], env: Env): Promise<Ran<Result>> {
  const child = fork(join(import.meta.dirname, script), [...args], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let [stdoutLines, stdoutBytes] = [0, 0];
  child.stdout?.on('data', (chunk: Buffer) => {
    stdoutLines += chunk.filter((byte) => byte === 10).length;
    stdoutBytes += chunk.length;
  });
  let result: Result | undefined;
  child.once('message', (message) => {
    result = message as Result;
  });
  const [code] = await once(child, 'close');
  if (code !== 0 || result === undefined) {
    throw new Error(
      `${script} ${args.join(' ')} ended with ${code} and ${result === undefined ? 'no result' : 'a result'}`,
    );
  }
  return { result, stdoutLines, stdoutBytes };
}
