import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { pathPartOf } from '#shared/api/case-keys.ts';
import type { CaseView } from '#shared/api/case-view.ts';
import type { TimelineEntry } from '#shared/api/timeline.ts';
import { Fault } from '#shared/fault/fault.ts';
import type { Locale } from '#shared/words/locale.ts';
import { fetchDemoToken } from '../operate/demo-token.ts';
import type { LocalOutputs } from '../operate/outputs.ts';
import { localClient } from '../operate/read-outputs.ts';
import type { Log } from '../run/progress.ts';
import { keepTrying } from '../run/waiting.ts';

/** Cases as the API tells them to an admin. It waits as long as the API cannot answer. @throws what the API refuses. */
export interface CaseReader {
  /** Undefined while there is no such case. */
  readCase(caseKey: string): Promise<CaseView | undefined>;
  readTimeline(caseKey: string, locale: Locale): Promise<readonly TimelineEntry[]>;
}

/** What the API answered instead of success. */
class AnswerError extends Fault {
  override readonly name = 'AnswerError';
  readonly status: number;

  constructor(status: number, what: string) {
    const advice = 'look at the log of serve-api';
    super('call-refused', `the API answered ${status} for ${what}`, { advice });
    this.status = status;
  }
}

const answerWithinMs = 60_000;

export function openCaseReader(outputs: LocalOutputs, log: Log): CaseReader {
  const client = new CognitoIdentityProviderClient(localClient(outputs));
  const fetchToken = async () =>
    await keepTrying('a token', async () => await fetchDemoToken(client, { ...outputs, group: 'admin' }), { log });
  let token: Promise<string> | undefined;

  async function ask(path: string): Promise<Response> {
    token ??= fetchToken();
    const headers = { authorization: `Bearer ${await token}` };
    const signal = AbortSignal.timeout(answerWithinMs);
    const response = await fetch(`${outputs.apiUrl}/cases/${path}`, { headers, signal });
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

  const read = async <Body>(path: string): Promise<Body | undefined> =>
    await keepTrying(
      'the API',
      async () => {
        const response = await askAnew(path);
        return response.ok ? ((await response.json()) as Body) : undefined;
      },
      { log },
    );

  return {
    readCase: async (caseKey) => await read<CaseView>(pathPartOf(caseKey)),
    readTimeline: async (caseKey, locale) => {
      const path = `${pathPartOf(caseKey)}/timeline?lang=${locale}`;
      const found = await read<{ readonly entries: readonly TimelineEntry[] }>(path);
      if (!found) {
        throw new AnswerError(404, caseKey);
      }
      return found.entries;
    },
  };
}
