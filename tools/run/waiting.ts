import { setTimeout as sleep } from 'node:timers/promises';
import { growingRests } from '../../test/simulators/rests.ts';
import type { Log } from './progress.ts';

const everyMs = 10_000;

/** Passes on what is said, but only every ten seconds, and nothing before somebody has waited so long. */
export function nowAndThen(log: Log, now: () => number = Date.now): (text: string) => void {
  let lastAt = now();
  return (text) => {
    if (now() - lastAt >= everyMs) {
      lastAt = now();
      log(text);
    }
  };
}

/** Says every ten seconds that something still goes on, for work that says nothing itself. */
export async function accompany<Result>(what: string, work: Promise<Result>, log: Log): Promise<Result> {
  const startedAt = Date.now();
  const timer = setInterval(() => log(`   ${what} (${Math.round((Date.now() - startedAt) / 1000)} s)`), everyMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

export interface Persistence {
  readonly log: Log;
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly now?: () => number;
}

const restAfter = growingRests({ firstMs: 250, mostMs: 5000 });

/** Tries again for as long as what stops it may pass by itself, however long that is, and says now and then for what it waits. */
export async function keepTrying<Result>(
  what: string,
  attempt: () => Promise<Result>,
  { log, wait = sleep, now }: Persistence,
): Promise<Result> {
  const say = nowAndThen(log, now);
  for (let failed = 1; ; failed += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPass(error)) {
        throw error;
      }
      say(`   waiting for ${what}: ${messageOf(error)}`);
      await wait(restAfter(failed) ?? 0);
    }
  }
}

const passingCodes = /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|EAI_AGAIN|UND_ERR_.*)$/;
const passingNames = /^(?:TimeoutError|AbortError|ThrottlingException|TooManyRequestsException|RequestTimeout)$/;

/** What says something of the moment: a connection that broke, an answer that did not come in time, 5xx, too many requests. */
export function mayPass(error: unknown): boolean {
  const { name = '', code = '', cause, $metadata, status = $metadata?.httpStatusCode } = Object(error) as Fault;
  const isOfMoment =
    passingNames.test(name) || passingCodes.test(String(code)) || status === 429 || Number(status) >= 500;
  return isOfMoment || (cause !== undefined && mayPass(cause));
}

interface Fault {
  readonly name?: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly status?: number;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** A connection's own words are in the cause; an `AggregateError` has none at all. */
function messageOf(error: unknown): string {
  const { message, code, cause } = Object(error) as { message?: string; code?: unknown; cause?: { message?: string } };
  return cause?.message || message || String(code ?? error);
}
