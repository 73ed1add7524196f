import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAccessTokens } from '#shared/aws/access-tokens.ts';
import { openStoreCredentials } from '#shared/aws/store-credentials.ts';

const secretsManager = mockClient(SecretsManagerClient);
const client = new SecretsManagerClient({ region: 'cn-northwest-1' });
const tokenName = 'backhaul/demo/doudian/app/token';
const calling = { source: 'doudian', channel: 'app', shop: '4400123', signsCalls: false };
let nowMs: number;

beforeEach(() => {
  secretsManager.reset();
  nowMs = 1_000_000;
});

function given(texts: Readonly<Record<string, string>>): void {
  for (const [SecretId, SecretString] of Object.entries(texts)) {
    secretsManager.on(GetSecretValueCommand, { SecretId }).resolves({ SecretString });
  }
}

const open = () => openStoreCredentials(client, 'backhaul/demo/', () => nowMs);
const calls = () => secretsManager.commandCalls(GetSecretValueCommand).length;

describe('openStoreCredentials', () => {
  it('gives the one token of a channel to each of its shops', async () => {
    given({ [tokenName]: '{"accessToken":"one"}' });

    expect(await open()(calling)).toEqual({ accessToken: 'one' });
  });

  it('gives a shop its own token before the common one', async () => {
    given({ [tokenName]: '{"accessToken":"common","accessTokens":{"4400123":"own"}}' });
    const credentials = open();

    expect(await credentials(calling)).toEqual({ accessToken: 'own' });
    expect(await credentials({ ...calling, shop: '4400456' })).toEqual({ accessToken: 'common' });
  });

  it('gives tokens without the line ends that were pasted with them, which no header may hold', async () => {
    given({ [tokenName]: '{"accessToken":"common\\n","accessTokens":{"4400123":" own\\r\\n"}}' });
    const credentials = open();

    expect(await credentials(calling)).toEqual({ accessToken: 'own' });
    expect(await credentials({ ...calling, shop: '4400456' })).toEqual({ accessToken: 'common' });
  });

  it('adds the signing secret where calls are signed', async () => {
    given({ [tokenName]: '{"accessToken":"one"}', 'backhaul/demo/doudian/app': '{"current":"new","previous":"old"}' });

    expect(await open()({ ...calling, signsCalls: true })).toEqual({ accessToken: 'one', appSecret: 'new' });
  });

  it.each([
    '',
    'p4ssw0rd',
    'null',
    '{"accessToken":""}',
    '{"accessTokens":{"4400456":"p4ssw0rd"}}',
    '{"accessTokens":7}',
  ])('throws for %s, naming the secret and the shop and quoting nothing', async (text) => {
    given({ [tokenName]: text });

    await expect(open()(calling)).rejects.toThrow(
      /^the token of doudian\/app holds none for shop 4400123: put JSON .* into the token of doudian\/app$/,
    );
    await expect(open()(calling)).rejects.not.toThrow(/p4ssw0rd/);
  });

  it('finds no token of a shop whose name only looks like one', async () => {
    given({ [tokenName]: '{"accessTokens":{}}' });

    await expect(open()({ ...calling, shop: 'constructor' })).rejects.toThrow('for shop constructor');
  });

  it('reads once a minute, however many ask at once', async () => {
    given({ [tokenName]: '{"accessToken":"one"}' });
    const credentials = open();
    await Promise.all([credentials(calling), credentials(calling)]);
    given({ [tokenName]: '{"accessToken":"two"}' });

    nowMs += 59_999;
    expect(await credentials(calling)).toEqual({ accessToken: 'one' });
    nowMs += 1;
    expect(await credentials(calling)).toEqual({ accessToken: 'two' });
    expect(calls()).toBe(2);
  });

  /** The log leaves another's message out, and this one was all that named the secret. */
  it('names a secret that is not there', async () => {
    const cause = Object.assign(new Error('p4ssw0rd'), { name: 'ResourceNotFoundException' });
    secretsManager.on(GetSecretValueCommand).rejects(cause);

    await expect(open()(calling)).rejects.toMatchObject({
      code: 'not-configured',
      advice: `deploy, which makes the secret ${tokenName}, and put its value into it`,
      cause,
    });
  });

  it('reads again at once what could not be read', async () => {
    secretsManager
      .on(GetSecretValueCommand)
      .rejectsOnce(new Error('throttled'))
      .resolves({ SecretString: '{"accessToken":"one"}' });
    const credentials = open();

    await expect(credentials(calling)).rejects.toThrow('throttled');
    expect(await credentials(calling)).toEqual({ accessToken: 'one' });
  });
});

describe('openAccessTokens', () => {
  const token = async () => await openAccessTokens(client, 'backhaul/demo/', () => nowMs)('doudian', 'app');

  it('gives the token of a channel', async () => {
    given({ [tokenName]: '{"accessToken":"one"}' });

    expect(await token()).toBe('one');
  });

  it('throws for a secret that is no token, without quoting it', async () => {
    given({ [tokenName]: 'p4ssw0rd' });

    await expect(token()).rejects.toThrow('put JSON {"accessToken": "..."} into the token of doudian/app');
    await expect(token()).rejects.not.toThrow(/p4ssw0rd/);
  });
});
