import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeMessage } from '#shared/messages/decode-message.ts';
import { noise } from '../unit/messages/message-samples.ts';
import { type Captured, captureOutput } from '../unit/runtime/capture.ts';
import { httpEvent } from '../unit/runtime/http-event.ts';

vi.mock('#shared/sources/receivers.ts', async () => ({
  receiverOf: (await import('../unit/door/fake-source.ts')).receiverOf,
}));
vi.mock('#shared/merchant/bundled.ts', async () => {
  const { channels } = await import('../unit/door/fake-source.ts');
  return { merchant: { channels, maxBodyBytes: 1024 * 1024 } };
});

const sqs = mockClient(SQSClient);
const secretsManager = mockClient(SecretsManagerClient);
const s3 = vi.fn<typeof fetch>();
const context = { awsRequestId: 'request-1', functionName: 'fn' } as Context;
const personal = '{"name":"王小明","phone":"13800000000","address":"示例路 1 号"}';
const headers = { 'x-key': 'right', 'x-id': 'delivery-1', 'x-topic': 'moved' };
let output: Captured;
let handler: (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

beforeEach(async () => {
  vi.stubEnv('INBOX_URL', 'http://queue/inbox')
    .stubEnv('BODIES_BUCKET', 'large')
    .stubEnv('SECRET_PREFIX', 'backhaul/demo/');
  vi.stubEnv('AWS_REGION', 'us-east-1').stubEnv('AWS_ACCESS_KEY_ID', 'a').stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
  vi.stubGlobal(
    'fetch',
    s3.mockReset().mockImplementation(async () => new Response()),
  );
  sqs.reset();
  secretsManager.reset();
  sqs.on(SendMessageCommand).resolves({});
  secretsManager.on(GetSecretValueCommand).resolves({ SecretString: '{"current":"right","previous":null}' });
  // A new container for each test: the secrets are kept in the module.
  vi.resetModules();
  ({ handler } = await import('../../functions/receive-webhook/handler.ts'));
  output = captureOutput();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const sent = () => sqs.commandCalls(SendMessageCommand).map(({ args }) => JSON.parse(args[0].input.MessageBody ?? ''));
const tallies = () => sent().filter(({ kind }) => kind === 'tally');
/** Beside the tally of refusals, which is one a minute at most. */
const calls = () => ({
  secrets: secretsManager.calls().length,
  s3: s3.mock.calls.length,
  sqs: sqs.calls().length - tallies().length,
});
const call = (changes: Parameters<typeof httpEvent>[0] = {}) =>
  handler(httpEvent({ headers, body: personal, ...changes }), context);
const failing = (name: string) => Object.assign(new Error(personal), { name });

describe('receive-webhook', () => {
  it('answers an accepted webhook as its sender expects, with one call beside the first read of the secret', async () => {
    expect(await call()).toEqual({ statusCode: 202, headers: { 'x-said': 'thanks' }, body: 'taken' });
    expect(calls()).toEqual({ secrets: 1, s3: 0, sqs: 1 });
    await call();
    expect(calls()).toEqual({ secrets: 1, s3: 0, sqs: 2 });
  });

  it('sends the same bytes for a plain and for a base64 body', async () => {
    await call();
    await call({ body: Buffer.from(personal).toString('base64'), isBase64Encoded: true });
    for (const { args } of sqs.commandCalls(SendMessageCommand)) {
      const message = await decodeMessage(args[0].input.MessageBody ?? '', () =>
        Promise.reject(new Error('not stored')),
      );
      expect(message.kind === 'delivery' && Buffer.from(message.delivery.body).toString()).toBe(personal);
    }
    expect(calls().sqs).toBe(2);
  });

  it('makes two calls for a body that goes by reference', async () => {
    const body = Buffer.from(noise(300_000)).toString('base64');
    expect(await call({ body, isBase64Encoded: true })).toMatchObject({ statusCode: 202 });
    expect(calls()).toEqual({ secrets: 1, s3: 1, sqs: 1 });
  });

  it('refuses one byte above the limit, counted in bytes, without a call', async () => {
    expect(await call({ body: `${'货'.repeat((1024 * 1024 - 1) / 3)}xx` })).toMatchObject({ statusCode: 413 });
    expect(calls()).toEqual({ secrets: 0, s3: 0, sqs: 0 });
    expect(await call({ body: `${'货'.repeat((1024 * 1024 - 1) / 3)}x` })).toMatchObject({ statusCode: 202 });
  });

  it('gives byte-identical refusals, and calls nothing for a second one', async () => {
    const wrong = { headers: { ...headers, 'x-key': 'wrong' } };
    const names = [
      { source: 'fake', channel: 'one' },
      { source: 'fake', channel: 'nowhere' },
      { source: 'nobody', channel: 'one' },
      undefined,
    ];
    const answers = [];
    for (const pathParameters of [...names, ...names]) {
      answers.push(
        JSON.stringify(
          await call({
            ...wrong,
            ...(pathParameters && { pathParameters }),
            ...(!pathParameters && { pathParameters: {} }),
          }),
        ),
      );
    }
    expect(new Set(answers)).toEqual(
      new Set([
        '{"statusCode":401,"headers":{"content-type":"application/json"},"body":"{\\"error\\":\\"unauthorized\\"}"}',
      ]),
    );
    expect(calls()).toMatchObject({ s3: 0, sqs: 0 });
  });

  it('tells of what it refused once a minute, by channel, and of no name that a stranger made up', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-10T12:00:00Z') });
    const forged = { headers: { ...headers, 'x-key': 'wrong' } };
    await call(forged);
    for (let guess = 0; guess < 50; guess++) {
      await call({ ...forged, pathParameters: { source: 'fake', channel: `guess-${guess}` } });
      await call(forged);
    }
    await call();
    expect(tallies()).toHaveLength(1);
    vi.setSystemTime(Date.parse('2026-03-10T12:01:00Z'));
    await call();
    vi.setSystemTime(Date.parse('2026-03-10T12:02:00Z'));
    await call();
    vi.useRealTimers();

    const counted = (source: string, channel: string, count: number) => ({
      source,
      channel,
      counter: 'refused',
      count,
    });
    expect(tallies()).toEqual([
      { kind: 'tally', at: '2026-03-10T12:00:00.000Z', counted: [counted('fake', 'one', 1)] },
      { kind: 'tally', at: '2026-03-10T12:01:00.000Z', counted: [counted('-', '-', 50), counted('fake', 'one', 50)] },
    ]);
    for (const text of sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0].input.MessageBody ?? '')) {
      expect(await decodeMessage(text, async () => new Uint8Array())).toMatchObject({ kind: expect.any(String) });
    }
  });

  it('answers as ever where the tally cannot be sent, and tells it later', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-10T12:00:00Z') });
    sqs.on(SendMessageCommand).rejects(failing('TimeoutError'));
    const forged = { headers: { ...headers, 'x-key': 'wrong' } };
    expect(await call(forged)).toMatchObject({ statusCode: 401 });
    sqs.reset();
    sqs.on(SendMessageCommand).resolves({});
    vi.setSystemTime(Date.parse('2026-03-10T12:01:00Z'));
    expect(await call(forged)).toMatchObject({ statusCode: 401 });
    vi.useRealTimers();

    expect(tallies()).toMatchObject([{ counted: [{ channel: 'one', count: 2 }] }]);
  });

  it('unknown-name flood: reads at most what the channels of the merchant allow', async () => {
    for (let guess = 0; guess < 200; guess++) {
      await call({ pathParameters: { source: 'fake', channel: `guess-${guess}` } });
    }
    // Two channels that can be received, each read once and once again.
    expect(calls().secrets).toBeLessThanOrEqual(4);
    expect(
      secretsManager.commandCalls(GetSecretValueCommand).map(({ args }) => args[0].input.SecretId),
    ).not.toContainEqual(expect.stringContaining('guess'));
  });

  it.each(['ThrottlingException', 'AccessDeniedException', 'TimeoutError'])(
    'answers 503 where the secret cannot be read: %s',
    async (name) => {
      secretsManager.on(GetSecretValueCommand).rejects(failing(name));
      expect(await call()).toMatchObject({ statusCode: 503 });
      expect(output.lines()).toMatchObject([
        { level: 'ERROR', outcome: 'unavailable', reason: 'secrets', faultCause: name },
      ]);
      expect(output.metrics()).toEqual(['WebhookUnavailable secrets']);
    },
  );

  /** It was told as an outage, with the advice to look whether Secrets Manager answers. */
  it.each(['right', '{"Current":"right"}', '["right"]'])(
    'answers 503 where the secret is no { "current" }, and names the secret and what to put: %s',
    async (SecretString) => {
      secretsManager.on(GetSecretValueCommand).resolves({ SecretString });
      expect(await call()).toMatchObject({
        statusCode: 503,
        headers: { 'retry-after': '30' },
        body: '{"error":"try again"}',
      });
      expect(output.lines()).toMatchObject([
        {
          level: 'ERROR',
          source: 'fake',
          channel: 'one',
          outcome: 'unavailable',
          reason: 'secret-malformed',
          faultCode: 'secret-malformed',
          advice: 'put JSON {"current": "...", "previous": "..." or null} into the secret of fake/one',
        },
      ]);
      expect(output.metrics()).toEqual(['WebhookUnavailable secret-malformed']);
      expect(output.text()).not.toContain('right');
      // It is kept, so that not every webhook is a call.
      await call();
      await call();
      expect(calls()).toMatchObject({ secrets: 2, sqs: 0 });
    },
  );

  it('answers 401 where the channel has no secret', async () => {
    secretsManager.on(GetSecretValueCommand).rejects(failing('ResourceNotFoundException'));
    expect(await call()).toMatchObject({ statusCode: 401 });
  });

  it('answers 503 where the inbox or the bucket cannot be reached', async () => {
    sqs.on(SendMessageCommand).rejects(failing('TimeoutError'));
    expect(await call()).toMatchObject({ statusCode: 503 });
    s3.mockImplementation(async () => new Response('', { status: 500 }));
    expect(await call({ body: Buffer.from(noise(300_000)).toString('base64'), isBase64Encoded: true })).toMatchObject({
      statusCode: 503,
    });
    expect(output.lines()).toMatchObject([{ reason: 'inbox', deliveryId: 'delivery-1' }, { reason: 'inbox' }]);
    expect(calls()).toMatchObject({ s3: 1, sqs: 1 });
  });

  it('writes one line for a webhook, with every id and its outcome, and counts it', async () => {
    await call();
    expect(output.lines()).toEqual([
      expect.objectContaining({
        message: 'webhook',
        source: 'fake',
        channel: 'one',
        deliveryId: 'delivery-1',
        subject: 'moved',
        outcome: 'accepted',
        status: 202,
        bytes: Buffer.byteLength(personal),
        durationMs: expect.any(Number),
        function_request_id: 'request-1',
      }),
    ]);
    expect(output.metrics()).toEqual(['WebhookAccepted']);
    expect(output.text().trim().split('\n')).toHaveLength(1);
  });

  it('writes one line for a refusal, which says why and counts it by its reason', async () => {
    await call({ headers: { ...headers, 'x-key': 'wrong' } });
    expect(output.lines()).toMatchObject([
      { outcome: 'refused', reason: 'wrong-signature', detail: expect.any(String) },
    ]);
    expect(output.metrics()).toEqual(['WebhookRefused wrong-signature']);
    expect(output.text().trim().split('\n')).toHaveLength(1);
  });

  it('writes nothing of a body, a key or a path that is no name, whatever becomes of the webhook', async () => {
    await call();
    await call({ headers: { ...headers, 'x-key': 'wrong-王小明' } });
    await call({ pathParameters: { source: '王小明', channel: '13800000000 x' } });
    await call({ headers: { ...headers, 'content-encoding': '王小明' } });
    sqs.on(SendMessageCommand).rejects(failing('InvalidMessageContents'));
    await call();
    secretsManager.on(GetSecretValueCommand).rejects(failing('Down'));
    await call({ pathParameters: { source: 'fake', channel: 'two' } });
    expect(output.lines().map((line) => line.status)).toEqual([202, 401, 401, 415, 503, 503]);
    expect(output.text()).not.toMatch(/王小明|13800000000|示例路|right/);
  });

  it('never throws, and answers with a status, for any event', async () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('right', 'fake', 'one', 'gzip', '__proto__'));
    const map = fc.option(
      fc.dictionary(
        fc.oneof(text, fc.constantFrom('x-key', 'x-id', 'source', 'channel', 'challenge', 'content-encoding')),
        text,
      ),
      { nil: undefined },
    );
    const shaped = fc.record(
      {
        headers: map,
        pathParameters: map,
        queryStringParameters: map,
        body: fc.oneof(text, fc.anything()),
        isBase64Encoded: fc.boolean(),
        method: text,
      },
      { requiredKeys: [] },
    );
    const event = fc.oneof(
      shaped.map((changes) => httpEvent(changes as Parameters<typeof httpEvent>[0])),
      fc.anything().map((value) => value as APIGatewayProxyEventV2),
    );
    await fc.assert(
      fc.asyncProperty(event, async (any) => {
        const { statusCode } = await handler(any, context);
        expect(statusCode).toBeGreaterThanOrEqual(200);
        expect(statusCode).toBeLessThan(600);
      }),
      { numRuns: 500 },
    );
  });
});
