import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { Fault } from '#shared/fault/fault.ts';
import { fetchDemoToken } from '../operate/demo-token.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { localClient } from '../operate/read-outputs.ts';
import type { Log } from '../run/progress.ts';
import { keepTrying } from '../run/waiting.ts';

/** What the API tells an admin. It waits as long as the API cannot answer. @throws what the API refuses. */
export interface ApiReader {
  /** @param path - Encoded, without a slash before it. @returns undefined where there is no such thing. */
  read<Body>(path: string): Promise<Body | undefined>;
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
  const client = new CognitoIdentityProviderClient(localClient(outputs));
  const fetchToken = async () =>
    await keepTrying('a token', async () => await fetchDemoToken(client, { ...outputs, group: 'admin' }), { log });
  let token: Promise<string> | undefined;

  async function ask(path: string): Promise<Response> {
    token ??= fetchToken();
    const headers = { authorization: `Bearer ${await token}` };
    const signal = AbortSignal.timeout(answerWithinMs);
    const response = await fetch(`${outputs.apiUrl}/${path}`, { headers, signal });
    if (!response.ok && response.status !== 404) {
      throw new AnswerError(response.status, decodeURIComponent(path));
    }
    return response;
  }

  /** A token holds for an hour only. */
  async function askAnew(path: string): Promise<Response> {
    return await ask(path).catch(async (error: unknown) => {
      if (!(error instanceof AnswerError && error.status === 401)) {
        throw error;
      }
      token = undefined;
      return await ask(path);
    });
  }

  return {
    read: async <Body>(path: string) =>
      await keepTrying(
        'the API',
        async () => {
          const response = await askAnew(path);
          return response.ok ? ((await response.json()) as Body) : undefined;
        },
        { log },
      ),
  };
}
