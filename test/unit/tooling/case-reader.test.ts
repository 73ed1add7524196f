import { AdminInitiateAuthCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCaseReader } from '../../../tools/demo/case-reader.ts';
import type { LocalOutputs } from '../../../tools/operate/outputs.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
const outputs = {
  merchant: 'demo',
  endpoint: 'http://localhost:1',
  region: 'us-east-1',
  apiUrl: 'http://localhost:1/api',
  userPoolId: 'pool',
  clientId: 'client',
} as LocalOutputs;
const key = 'standard:main:RMA-1';

let asked: { readonly url: string; readonly token: string }[] = [];

beforeEach(() => {
  asked = [];
  cognito.reset();
  let tokens = 0;
  cognito.on(AdminInitiateAuthCommand).callsFake(() => {
    tokens += 1;
    return { AuthenticationResult: { IdToken: `token-${tokens}` } };
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Answers one after the other. */
function answering(...answers: readonly (readonly [status: number, body?: object])[]) {
  const left = [...answers];
  vi.stubGlobal('fetch', async (url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push({ url, token: headers.authorization ?? '' });
    const [status = 500, body = {}] = left.shift() ?? [];
    return await Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return openCaseReader(outputs, () => undefined);
}

describe('openCaseReader', () => {
  it('reads a case by its encoded key, signed in once', async () => {
    const reader = answering([200, { key }], [200, { key }]);
    await reader.readCase(key);

    expect(await reader.readCase(key)).toEqual({ key });
    expect(asked).toEqual([
      { url: 'http://localhost:1/api/cases/standard%3Amain%3ARMA-1', token: 'Bearer token-1' },
      { url: 'http://localhost:1/api/cases/standard%3Amain%3ARMA-1', token: 'Bearer token-1' },
    ]);
  });

  it('knows that there is no such case yet', async () => {
    expect(await answering([404]).readCase(key)).toBeUndefined();
  });

  it('signs in anew once its token no longer holds', async () => {
    const reader = answering([401], [200, { key }]);

    expect(await reader.readCase(key)).toEqual({ key });
    expect(asked.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('asks again while the API cannot answer', async () => {
    expect(await answering([503], [200, { key }]).readCase(key)).toEqual({ key });
  });

  it('says what the API refuses', async () => {
    await expect(answering([403]).readCase(key)).rejects.toThrow(`the API answered 403 for GET /cases/${key}`);
    await expect(answering([404]).readTimeline(key, 'en')).rejects.toThrow(
      `the API answered 404 for GET /cases/${key}/timeline`,
    );
  });

  it('reads a timeline in the language asked for', async () => {
    const reader = answering([200, { entries: [{ kind: 'closed' }] }]);

    expect(await reader.readTimeline(key, 'zh-CN')).toEqual([{ kind: 'closed' }]);
    expect(asked[0]?.url).toContain('/timeline?lang=zh-CN');
  });
});
