import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openHintQueues } from '#shared/aws/hint-queues.ts';
import { openS3Bodies } from '#shared/aws/s3-bodies.ts';
import { openSecrets } from '#shared/aws/secrets.ts';
import { openSqsInbox, openSqsOutbound } from '#shared/aws/sqs-inbox.ts';
import { at, delivery, noise } from '../messages/message-samples.ts';

const sqs = mockClient(SQSClient);
const secretsManager = mockClient(SecretsManagerClient);
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example', sessionToken: 'session' };
const client = new SQSClient({ region: 'cn-northwest-1', credentials });

beforeEach(() => {
  sqs.reset();
  secretsManager.reset();
  sqs.on(SendMessageCommand).resolves({});
});

describe('openSqsInbox', () => {
  it('sends a small delivery in one call', async () => {
    const put = vi.fn();
    await openSqsInbox(client, 'http://queue/inbox', { put }).send({ kind: 'delivery', delivery: delivery() });
    expect([sqs.calls().length, put.mock.calls.length]).toEqual([1, 0]);
    expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toMatchObject({ QueueUrl: 'http://queue/inbox' });
  });

  it('stores a large body before it sends the reference', async () => {
    const put = vi.fn(async () => expect(sqs.calls()).toHaveLength(0));
    await openSqsInbox(client, 'http://queue/inbox', { put }).send({
      kind: 'delivery',
      delivery: delivery({ body: noise(300_000) }),
    });
    expect([sqs.calls().length, put.mock.calls.length]).toEqual([1, 1]);
  });

  it('sends nothing where the body could not be stored', async () => {
    const put = () => Promise.reject(new Error('down'));
    const sending = openSqsInbox(client, 'http://queue/inbox', { put }).send({
      kind: 'delivery',
      delivery: delivery({ body: noise(300_000) }),
    });
    await expect(sending).rejects.toThrow('down');
    expect(sqs.calls()).toHaveLength(0);
  });
});

const queues = { fake: 'http://queue/hints-fake', other: 'http://queue/hints-other' };
const hintOf = (changes: object = {}) => ({
  source: 'fake',
  channel: 'one',
  shop: 'main',
  caseId: '1',
  at,
  attempt: 0,
  behind: 0,
  ...changes,
});

describe('openSqsOutbound', () => {
  it('sends messages to the inbox and hints to their queue', async () => {
    const send = vi.fn();
    const outbound = openSqsOutbound(client, { send }, queues);
    await outbound.send({ kind: 'parcel-linked', number: 'SF1' });
    await outbound.hint(hintOf());
    expect(send).toHaveBeenCalledExactlyOnceWith({ kind: 'parcel-linked', number: 'SF1' });
    expect(sqs.commandCalls(SendMessageCommand)).toHaveLength(1);
  });
});

describe('openHintQueues', () => {
  it.each([
    [{ attempt: 0 }, 0],
    [{ attempt: 1 }, 5],
    [{ attempt: 3 }, 20],
    [{ attempt: 50 }, 900],
  ])('delays a hint of %o by %i s', async (fields, DelaySeconds) => {
    const hint = hintOf(fields);
    await openHintQueues(client, queues)(hint);
    expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
      QueueUrl: 'http://queue/hints-fake',
      MessageBody: JSON.stringify(hint),
      DelaySeconds,
    });
  });

  it('sends a hint of another source to another queue', async () => {
    await openHintQueues(client, queues)(hintOf({ source: 'other' }));
    expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input.QueueUrl).toBe('http://queue/hints-other');
  });

  it.each(['absent', 'constructor'])('throws for the source %s, which has no queue', async (source) => {
    const sending = openHintQueues(client, queues)(hintOf({ source }));
    await expect(sending).rejects.toThrow(`source ${source} has no hint queue; those that have one: fake, other`);
  });
});

describe('openS3Bodies', () => {
  const key = `bodies/fake/one/${'a'.repeat(64)}`;
  const answering = (status: number, body = '') => vi.fn<typeof fetch>(async () => new Response(body, { status }));

  it('puts the bytes with a signature that covers them', async () => {
    const fetch = answering(200);
    await openS3Bodies(client, { bucket: 'large' }, fetch).put(key, Buffer.from('bytes'));
    const [url, request] = fetch.mock.calls[0] ?? [];
    expect(String(url)).toBe(`https://large.s3.cn-northwest-1.amazonaws.com.cn/${key}`);
    expect(request).toMatchObject({ method: 'PUT', body: Buffer.from('bytes') });
    expect(request?.headers).toMatchObject({
      'x-amz-content-sha256': '277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9',
      'x-amz-security-token': 'session',
      authorization: expect.stringMatching(
        /Credential=AKIDEXAMPLE\/\d{8}\/cn-northwest-1\/s3\/aws4_request, SignedHeaders=host;x-amz/,
      ),
    });
  });

  it('gets by path from an emulator', async () => {
    const fetch = answering(200, 'bytes');
    const got = await openS3Bodies(client, { bucket: 'large', endpoint: 'http://localhost:4566/' }, fetch).get(key);
    expect(Buffer.from(got).toString()).toBe('bytes');
    expect(String(fetch.mock.calls[0]?.[0])).toBe(`http://localhost:4566/large/${key}`);
  });

  it.each([403, 404, 503])('throws for an answer of %i', async (status) => {
    const bodies = openS3Bodies(client, { bucket: 'large' }, answering(status));
    await expect(bodies.get(key)).rejects.toThrow(`S3 answered ${status} to GET ${key}`);
  });
});

describe('openSecrets', () => {
  const read = (text: string | undefined) => {
    secretsManager.on(GetSecretValueCommand).resolves(text === undefined ? {} : { SecretString: text });
    return openSecrets(new SecretsManagerClient({ region: 'us-east-1', credentials }), 'backhaul/demo/').read(
      'fake',
      'one',
    );
  };

  it('reads the secret of a channel by its name', async () => {
    expect(await read('{"current":"a","previous":"b"}')).toEqual({
      kind: 'found',
      secrets: { current: 'a', previous: 'b' },
    });
    expect(secretsManager.commandCalls(GetSecretValueCommand)[0]?.args[0].input).toEqual({
      SecretId: 'backhaul/demo/fake/one',
    });
  });

  it.each(['{"current":"a","previous":null}', '{"current":"a","previous":""}', '{"current":"a"}'])(
    'has no previous one in %s',
    async (text) => {
      expect(await read(text)).toEqual({ kind: 'found', secrets: { current: 'a' } });
    },
  );

  it.each([
    ' {"current":" a\\n"}\r\n',
    '\ufeff{"current":"\\ta","previous":"  "}',
    '\u200b{"current":"a\u200b","previous":"\u200b "}',
  ])('A11: takes %j without the blanks, line ends and marks that were pasted with it', async (text) => {
    expect(await read(text)).toEqual({ kind: 'found', secrets: { current: 'a' } });
  });

  it.each([undefined, '', 'p4ssw0rd', 'null', '[]', '{"current":""}', '{"current":" "}', '{"current":7}'])(
    'says malformed for %s, naming the secret and what to put, and quoting nothing',
    async (text) => {
      const told = Object(await read(text));

      expect(told).toMatchObject({ kind: 'malformed', fault: { code: 'secret-malformed' } });
      expect(String(told.fault)).toMatch(/the secret of fake\/one must be JSON with current: put JSON \{"current"/);
      expect(String(told.fault)).not.toMatch(/p4ssw0rd/);
    },
  );

  it('says absent for a secret that does not exist, and throws for every other failure', async () => {
    const failing = (name: string) => {
      secretsManager.on(GetSecretValueCommand).rejects(Object.assign(new Error(name), { name }));
      return openSecrets(new SecretsManagerClient({ region: 'us-east-1', credentials }), 'p/').read('fake', 'one');
    };
    expect(await failing('ResourceNotFoundException')).toEqual({ kind: 'absent' });
    for (const name of ['AccessDeniedException', 'ThrottlingException', 'InvalidRequestException', 'TimeoutError']) {
      await expect(failing(name)).rejects.toThrow(name);
    }
  });
});
