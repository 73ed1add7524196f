import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleEntry } from '../../bench/bundle.ts';

type Handler = (event: { readonly body: string; readonly message: string }) => Promise<unknown>;

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const message = '{"kind":"tick"}';
const region = 'cn-northwest-1';
const folder = mkdtempSync(join(tmpdir(), 'backhaul-credentials-'));
const received: Received[] = [];
const server = createServer(async (request, response) => {
  received.push({ headers: request.headers, body: Buffer.concat(await request.toArray()).toString() });
  response.end(JSON.stringify({ MD5OfMessageBody: createHash('md5').update(message).digest('hex') }));
});
let file: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ file } = await bundleEntry('test/bench/floor.ts', folder));
});

beforeEach(() => {
  received.length = 0;
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint).stubEnv('AWS_REGION', region).stubEnv('INBOX_URL', `${endpoint}/1/inbox`);
  vi.stubEnv('AWS_PROFILE', undefined).stubEnv('AWS_ACCOUNT_ID', undefined);
});

afterEach(() => vi.unstubAllEnvs());

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const credentialsOf = (name: string) => ({
  accessKeyId: `key-${name}`,
  secretAccessKey: `secret-${name}`,
  sessionToken: `session-${name}`,
});

function put({ accessKeyId, secretAccessKey, sessionToken }: Partial<ReturnType<typeof credentialsOf>>): void {
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId).stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey);
  vi.stubEnv('AWS_SESSION_TOKEN', sessionToken);
}

/** A container of its own: the bundle is loaded anew, as Lambda loads it. */
function load(): () => Promise<unknown> {
  const require = createRequire(import.meta.url);
  delete require.cache[file];
  const { handler } = require(file) as { readonly handler: Handler };
  return () => handler({ body: '{}', message });
}

/** The `authorization` that these credentials give the same request. */
async function signedWith(name: string, { headers, body }: Received): Promise<string | undefined> {
  const { sha256 } = new SQSClient({ region }).config;
  const signer = new SignatureV4({ credentials: credentialsOf(name), region, service: 'sqs', sha256 });
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname: '127.0.0.1',
    path: '/',
    query: {},
    headers: Object.fromEntries(names.map((each) => [each, String(headers[each])])),
    body,
  };
  const date = (headers['x-amz-date'] as string).replace(/(....)(..)(..T..)(..)/, '$1-$2-$3:$4:');
  return (await signer.sign(request, { signingDate: new Date(date) })).headers.authorization;
}

describe('a client in a bundle', () => {
  it('signs with the credentials of the environment, session token included', async () => {
    put(credentialsOf('one'));
    await load()();
    const [call] = received;
    expect(call?.headers['x-amz-security-token']).toBe('session-one');
    expect(call?.headers.authorization).toMatch(/Credential=key-one\/\d{8}\/cn-northwest-1\/sqs\/aws4_request/);
    expect(call?.headers.authorization).toBe(call && (await signedWith('one', call)));
  });

  it('reads them anew for each call', async () => {
    put(credentialsOf('one'));
    const call = load();
    await call();
    put(credentialsOf('two'));
    await call();
    expect(received.map(({ headers }) => headers['x-amz-security-token'])).toEqual(['session-one', 'session-two']);
  });

  it.each(['accessKeyId', 'secretAccessKey'])('calls nobody without %s, and says what is missing', async (missing) => {
    put({ ...credentialsOf('one'), [missing]: undefined });
    await expect(load()()).rejects.toThrow('Unable to find environment variable credentials');
    expect(received).toEqual([]);
  });
});
