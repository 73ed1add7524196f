import { type ChildProcess, fork } from 'node:child_process';
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
  POWERTOOLS_SERVICE_NAME: 'backhaul-demo',
  TABLE_NAME: 'bench',
  BUS_NAME: 'bench',
  INBOX_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/inbox',
  STRIKES_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/strikes',
  HINT_QUEUES: '{"shopify":"https://sqs.us-east-1.amazonaws.com/000000000000/hints-shopify"}',
  FOLLOWS_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/follows',
  DELIVER_URLS: '{"hangzhou":"https://sqs.us-east-1.amazonaws.com/000000000000/deliver-hangzhou"}',
  WEBHOOKS_URL: 'https://hooks.example.com/webhooks',
  UNPUBLISHABLE_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/unpublishable',
  QUEUE_NAMES: '["inbox","inbox-dlq"]',
  BODIES_BUCKET: 'bench',
  SECRET_PREFIX: 'backhaul/demo/',
  MAIL_TOPICS: '{}',
  DEADLINE_TIMER_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:bench',
  BOARD_ISSUER: 'https://login.example.com/pool',
  BOARD_CLIENT_ID: 'bench',
  BOARD_ORIGINS: 'https://login.example.com',
} as const satisfies Record<OurName, string> & Env;

/** A script in a process of its own, which is told by a number what to do and answers by `process.send`. */
export interface Fresh<Answer> {
  ask(count: number): Promise<Answer>;
  /** Asks for nothing more: the script answers a last time and ends. */
  end(): Promise<Ended<Answer>>;
}

export interface Ended<Answer> {
  readonly answer: Answer;
  /** Of what it wrote to standard output. */
  readonly lines: number;
  readonly bytes: number;
}

/** Starts a script of this folder in a fresh process that has nothing in its environment but `env`. */
export function startFresh<Answer>(script: string, args: readonly string[], env: Env): Fresh<Answer> {
  const child = start(script, args, env);
  const closed = closedWell(child);
  let [lines, bytes] = [0, 0];
  child.stdout?.on('data', (chunk: Buffer) => {
    lines += chunk.filter((byte) => byte === 10).length;
    bytes += chunk.length;
  });
  const ask = (count: number) => {
    child.send(count);
    return nextAnswer<Answer>(child, closed);
  };
  return {
    ask,
    async end() {
      const answer = await ask(0);
      await closed;
      return { answer, lines, bytes };
    },
  };
}

/** Runs such a script that is not told anything, to its end. @returns what it sent by `process.send`. */
export async function runFresh<Answer>(script: string, args: readonly string[], env: Env): Promise<Answer> {
  const child = start(script, args, env);
  const closed = closedWell(child);
  child.stdout?.resume();
  const answer = await nextAnswer<Answer>(child, closed);
  await closed;
  return answer;
}

function start(script: string, args: readonly string[], env: Env): ChildProcess {
  return fork(join(import.meta.dirname, script), [...args], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** @throws unless it ends with 0. */
async function closedWell(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`${child.spawnargs.join(' ')} ended with ${code}`);
  }
}

async function nextAnswer<Answer>(child: ChildProcess, closed: Promise<void>): Promise<Answer> {
  const [answer] = await Promise.race([once(child, 'message'), closed.then(() => [])]);
  if (answer === undefined) {
    throw new Error(`${child.spawnargs.join(' ')} ended without an answer`);
  }
  return answer as Answer;
}
