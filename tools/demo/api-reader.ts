import { type Answered, type Ask, openClient } from '#shared/api/client.ts';
import { type OperationName, operations } from '#shared/api/operations.ts';
import { Fault } from '#shared/fault/fault.ts';
import { openDemoTokens } from '../operate/demo-tokens.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import type { Log } from '../run/progress.ts';
import { keepTrying } from '../run/waiting.ts';

type BodyOf<Name extends OperationName> = NonNullable<Extract<Answered<Name>, { readonly ok: true }>['body']>;

/** What the API tells an admin. It waits as long as the API cannot answer. @throws what the API refuses. */
export interface ApiReader {
  /** @returns undefined where there is no such thing. */
  read<Name extends OperationName>(name: Name, ask: Ask<Name>): Promise<BodyOf<Name> | undefined>;
}

/** What the API answered instead of success. */
export class AnswerError extends Fault {
  override readonly name = 'AnswerError';
  readonly status: number;

  constructor(status: number, what: string) {
    const advice = 'look at the log of serve-api';
    super('call-refused', `the API answered ${status} for ${what}`, { advice });
    this.status = status;
  }
}

const answerWithinMs = 60_000;

export function openApiReader(outputs: LocalOutputs, log: Log): ApiReader {
  const tokenOf = openDemoTokens(outputs);
  const fetchToken = async () => await keepTrying('a token', async () => await tokenOf('admin'), { log });
  let token: Promise<string> | undefined;
  const call = openClient({
    url: outputs.apiUrl,
    token: async () => {
      token ??= fetchToken();
      return await token;
    },
  });

  /** A token holds for an hour only. */
  async function askAnew<Name extends OperationName>(name: Name, ask: Ask<Name>): Promise<Answered<Name>> {
    const timed = () => ({ ...ask, signal: AbortSignal.timeout(answerWithinMs) });
    const first = await call(name, timed());
    if (first.status !== 401) {
      return first;
    }
    token = undefined;
    return await call(name, timed());
  }

  async function read<Name extends OperationName>(name: Name, ask: Ask<Name>): Promise<BodyOf<Name> | undefined> {
    const answer = await askAnew(name, ask);
    if (answer.ok) {
      return answer.body as BodyOf<Name>;
    }
    if (answer.status !== 404) {
      throw new AnswerError(answer.status, whatOf(name, ask));
    }
    return undefined;
  }

  return { read: async (name, ask) => await keepTrying('the API', async () => await read(name, ask), { log }) };
}

/** As people name it: `GET /cases/standard:main:RMA-1`. */
export function whatOf<Name extends OperationName>(name: Name, ask: Ask<Name>): string {
  const parts = new Map<string, unknown>(Object.entries('path' in ask ? (ask.path as object) : {}));
  return operations[name].route.replace(/\{(\w+)\}/g, (_, part: string) => String(parts.get(part)));
}
