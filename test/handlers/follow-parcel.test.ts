import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const sqs = mockClient(SQSClient);
const secretsManager = mockClient(SecretsManagerClient);
const { post } = vi.hoisted(() => ({ post: vi.fn() }));

vi.mock('#shared/http/guarded-post.ts', () => ({ guardedPost: post }));
vi.stubEnv('INBOX_URL', 'https://sqs/inbox');
vi.stubEnv('FOLLOWS_URL', 'https://sqs/follows');
vi.stubEnv('BODIES_BUCKET', 'bodies');
vi.stubEnv('SECRET_PREFIX', 'backhaul/demo/');
vi.stubEnv('WEBHOOKS_URL', 'https://hooks.example.com/webhooks');
const { handler } = await import('../../functions/follow-parcel/handler.ts');

const context = { getRemainingTimeInMillis: () => 30_000 } as Context;

function recordOf(body: string): SQSRecord {
  const eventSourceARN = 'arn:aws:sqs:us-east-1:1:follows';
  return {
    messageId: 'm-1',
    receiptHandle: 'r-1',
    body,
    attributes: { ApproximateReceiveCount: '1' },
    eventSourceARN,
  } as SQSRecord;
}

const answerOf = (body: string) => ({ status: 200, headers: {}, body: Buffer.from(body) });

async function invoke(data: object) {
  const body = JSON.stringify({
    'detail-type': 'Parcel Follow Requested',
    detail: { metadata: { eventId: 'e-1' }, data: { trackingNumber: 'YT1000', carrier: 'yto', round: 1, ...data } },
  });
  return await handler({ Records: [recordOf(body)] } as SQSEvent, context);
}

function sent() {
  return sqs.commandCalls(SendMessageCommand).map((call) => call.args[0].input);
}

beforeEach(() => {
  sqs.reset();
  secretsManager.reset();
  post.mockReset();
  sqs.on(SendMessageCommand).resolves({});
  secretsManager
    .on(GetSecretValueCommand, { SecretId: 'backhaul/demo/kuaidi100/feed/token' })
    .resolves({ SecretString: '{"accessToken":"the-key"}' })
    .on(GetSecretValueCommand, { SecretId: 'backhaul/demo/kuaidi100/feed' })
    .resolves({ SecretString: '{"current":"the-salt","previous":"old-salt"}' });
});

describe('follow-parcel handler', () => {
  it("subscribes with the channel's key and current salt, and sends the answer to the inbox", async () => {
    post.mockResolvedValue(answerOf('{"result":true,"returnCode":"200"}'));

    const { batchItemFailures } = await invoke({});

    const param = JSON.parse(new URLSearchParams(post.mock.calls[0]?.[0].body).get('param') ?? '');
    expect(batchItemFailures).toEqual([]);
    expect(param).toMatchObject({
      company: 'yuantong',
      key: 'the-key',
      parameters: { salt: 'the-salt', callbackurl: 'https://hooks.example.com/webhooks/kuaidi100/feed' },
    });
    expect(sent()).toMatchObject([{ QueueUrl: 'https://sqs/inbox' }]);
    expect(JSON.parse(sent()[0]?.MessageBody ?? '')).toMatchObject({
      kind: 'answered',
      callId: 'follow/1/followed/yto/-',
    });
  });

  it('puts a request whose time has not come back into its own queue, delayed', async () => {
    await invoke({ round: 2, notBefore: '2999-01-01T00:00:00.000Z' });

    expect(post).not.toHaveBeenCalled();
    expect(sent()).toMatchObject([{ QueueUrl: 'https://sqs/follows', DelaySeconds: 900 }]);
    expect(JSON.parse(sent()[0]?.MessageBody ?? '')).toMatchObject({ detail: { data: { round: 2 } }, attempt: 0 });
  });

  it('leaves the message in the queue where the account is refused', async () => {
    post.mockResolvedValue(answerOf('{"result":false,"returnCode":"601"}'));

    const { batchItemFailures } = await invoke({});

    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm-1' }]);
    expect(sent()).toEqual([]);
  });

  it('subscribes once for the same request told twice', async () => {
    post.mockResolvedValue(answerOf('{"result":true,"returnCode":"200"}'));
    const body = JSON.stringify({
      'detail-type': 'Parcel Follow Requested',
      detail: { metadata: { eventId: 'e-1' }, data: { trackingNumber: 'YT1000', carrier: 'yto', round: 1 } },
    });
    const Records = [recordOf(body), { ...recordOf(body), messageId: 'm-2' }];

    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [] });
    expect(post).toHaveBeenCalledOnce();
  });

  it('puts what nobody can read among the dead letters', async () => {
    expect(await handler({ Records: [recordOf('{}')] }, context)).toEqual({ batchItemFailures: [] });
    expect(sent()).toMatchObject([
      {
        QueueUrl: 'https://sqs/follows-dlq',
        MessageBody: '{}',
        MessageAttributes: {
          reason: { StringValue: expect.stringMatching(/^unreadable-message: .*: look at the dead letter/) },
        },
      },
    ]);
  });
});
