import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Captured, captureOutput } from '../unit/runtime/capture.ts';

const dynamo = mockClient(DynamoDBClient);
const secrets = mockClient(SecretsManagerClient);
const sqs = mockClient(SQSClient);
const shopifyQueue = 'http://queue/hints-shopify';
const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000).toISOString();
const oneMinuteAndAHalfAgo = new Date(Date.now() - 90_000).toISOString();

const page = {
  data: {
    orders: {
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [1, 2, 3].map((number) => ({
        updatedAt: oneMinuteAndAHalfAgo,
        returns: {
          nodes: [{ id: `gid://shopify/Return/${number}`, createdAt: oneMinuteAndAHalfAgo, closedAt: null }],
        },
      })),
    },
  },
};

/** Shopify's shop answers; every other store is down. */
let shopifyStatus = 200;
vi.mock('#shared/http/guarded-post.ts', () => ({
  guardedPost: async ({ url }: { readonly url: string }) =>
    url.includes('/admin/api/')
      ? { status: shopifyStatus, headers: {}, body: Buffer.from(JSON.stringify(page)) }
      : { status: 503, headers: {}, body: Buffer.from('') },
}));
vi.stubEnv('TABLE_NAME', 'returns')
  .stubEnv('INBOX_URL', 'https://sqs/inbox')
  .stubEnv('HINT_QUEUES', JSON.stringify({ shopify: shopifyQueue }))
  .stubEnv('SECRET_PREFIX', 'backhaul/demo/');
const { handler } = await import('../../functions/reconcile-stores/handler.ts');
let output: Captured;

beforeEach(() => {
  shopifyStatus = 200;
  dynamo.reset();
  secrets.reset();
  sqs.reset();
  dynamo.on(GetItemCommand).resolves({});
  dynamo
    .on(GetItemCommand, {
      Key: { pk: { S: 'CURSOR#shopify/acme-goods/acme-goods.myshopify.com' }, sk: { S: 'STATE' } },
    })
    .resolves({
      Item: { until: { S: oneMinuteAndAHalfAgo }, since: { S: twoHoursAgo } },
    });
  dynamo.on(PutItemCommand).resolves({});
  secrets.on(GetSecretValueCommand).resolves({ SecretString: '{"accessToken":"token","current":"secret"}' });
  sqs.on(SendMessageCommand).resolves({});
  sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { ApproximateNumberOfMessages: '3' } });
  output = captureOutput();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const run = async () => await handler({} as ScheduledEvent, {} as Context);
/** How shops took their tokens, as it was put. */
const tokenNotes = () =>
  dynamo
    .commandCalls(PutItemCommand)
    .map(({ args }) => args[0].input.Item ?? {})
    .filter(({ sk }) => sk?.S === 'TOKEN')
    .map(({ pk, state }) => ({ shop: pk?.S?.split('/').at(-1), state: state?.S }));
const shopifyLine = () => output.lines().find(({ source }) => source === 'shopify');

describe('reconcile-stores handler', () => {
  it('sends hints to the queue of the source, and tells what it found at each shop', async () => {
    await run();

    const sent = sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0].input);
    expect(sent.map(({ QueueUrl }) => QueueUrl)).toEqual([
      shopifyQueue,
      shopifyQueue,
      shopifyQueue,
      'https://sqs/inbox',
    ]);
    expect(JSON.parse(sent.at(-1)?.MessageBody ?? '')).toMatchObject({
      kind: 'tally',
      counted: [{ source: 'shopify', channel: 'acme-goods', counter: 'missed', count: 3 }],
    });
    expect(shopifyLine()).toMatchObject({
      message: 'reconcile-shop',
      shop: 'acme-goods.myshopify.com',
      outcome: 'listed',
      listed: 3,
      hinted: 3,
      missed: 3,
      silent: true,
    });
    expect(output.metrics().toSorted()).toEqual(['HookSilent shopify', 'WebhookMissed']);
    expect(output.text()).toContain('"WebhookMissed":3');
    // The other store is down, which says nothing of its token.
    expect(tokenNotes()).toEqual([{ shop: 'acme-goods.myshopify.com', state: 'ok' }]);
  });

  it('lists nothing while the inbox is behind: what waits there would look missed', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { ApproximateNumberOfMessages: '4000' } });
    await run();
    vi.setSystemTime(Date.now() + 60_000);
    sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { ApproximateNumberOfMessages: '0' } });

    expect(sqs.commandCalls(SendMessageCommand)).toEqual([]);
    expect(output.lines()).toMatchObject([{ message: 'reconcile-stores', outcome: 'yielded' }]);
    await run();
    expect(shopifyLine()).toMatchObject({ outcome: 'listed' });
    vi.useRealTimers();
  });

  it('throws after all when a shop refuses the token, and says nothing of the token', async () => {
    shopifyStatus = 401;

    await expect(run()).rejects.toThrow('could not be listed (shopify/acme-goods/acme-goods.myshopify.com)');
    expect(shopifyLine()).toMatchObject({
      outcome: 'threw',
      faultCode: 'call-refused',
      advice: 'check the access token and its scopes (read_returns, read_orders)',
    });
    expect(tokenNotes()).toEqual([{ shop: 'acme-goods.myshopify.com', state: 'refused' }]);
    expect(output.lines().at(-1)).toMatchObject({ faultCode: 'shops-not-listed', faultCause: 'call-refused' });
    expect(output.text()).not.toMatch(/"token"|secret"/);
  });
});
