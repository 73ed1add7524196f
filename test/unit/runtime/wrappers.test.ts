import type { Context, DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { httpHandler } from '#shared/runtime/http.ts';
import { logger } from '#shared/runtime/logger.ts';
import { scheduleHandler } from '#shared/runtime/schedule.ts';
import { streamHandler } from '#shared/runtime/stream.ts';
import { type Captured, captureOutput } from './capture.ts';
import { httpEvent } from './http-event.ts';

const context = { awsRequestId: 'request-1', functionName: 'fn' } as Context;
const options = { what: 'call', onThrow: { status: 503, body: 'later' } };
let output: Captured;

beforeEach(() => {
  output = captureOutput();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('httpHandler', () => {
  it('hands over names in lower case and the body as bytes, and answers what it is told', async () => {
    const answer = vi.fn(async () => ({ reply: { status: 202, headers: { 'x-a': 'b' }, body: 'taken' } }));
    const event = httpEvent({
      body: Buffer.from([0xff, 0x00]).toString('base64'),
      isBase64Encoded: true,
      headers: { 'X-Id': '1' },
      queryStringParameters: { Q: '2' },
    });
    expect(await httpHandler(answer, options)(event, context)).toEqual({
      statusCode: 202,
      headers: { 'x-a': 'b' },
      body: 'taken',
    });
    expect(answer).toHaveBeenCalledWith({
      method: 'POST',
      route: 'ANY /webhooks/{source}/{channel}',
      address: '/webhooks/fake/one',
      path: { source: 'fake', channel: 'one' },
      headers: { 'x-id': '1' },
      query: { q: '2' },
      rawQuery: '',
      rawBody: Buffer.from([0xff, 0x00]),
    });
  });

  it('C7: hands over the claims as the token states them, where the authorizer let it through', async () => {
    const answer = vi.fn(async (_: { claims?: unknown }) => ({ reply: { status: 200 } }));
    const stated = { 'cognito:groups': ['returns admin', 'night'] };
    const token = ['{}', JSON.stringify(stated), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
    const jwt = { claims: { 'cognito:groups': '[returns admin night]' }, scopes: null };
    const { requestContext } = httpEvent();
    const [verified, headers] = [{ ...requestContext, authorizer: { jwt } }, { Authorization: `Bearer ${token}` }];
    for (const event of [
      { requestContext: verified, headers },
      { requestContext: verified, headers: { authorization: 'Bearer no.token' } },
      { requestContext: verified, headers: { authorization: `Bearer ${token}, Bearer ${token}` } },
      { requestContext, headers },
    ]) {
      await httpHandler(answer, options)(httpEvent(event), context);
    }
    expect(answer.mock.calls.map(([{ claims }]) => claims)).toEqual([stated, jwt.claims, jwt.claims, undefined]);
  });

  it('reads a plain body as UTF-8', async () => {
    const answer = vi.fn(async (_: { rawBody: Uint8Array }) => ({ reply: { status: 200 } }));
    await httpHandler(answer, options)(httpEvent({ body: '货' }), context);
    expect(answer.mock.calls[0]?.[0].rawBody).toEqual(Buffer.from('货'));
  });

  it('writes one line with the fields, the status, the id of the invocation and what it counts', async () => {
    await httpHandler(
      async () => ({ reply: { status: 200 }, line: { caseKey: 'a' }, metric: { name: 'Called', reason: 'test' } }),
      options,
    )(httpEvent(), context);
    expect(output.lines()).toEqual([
      expect.objectContaining({
        level: 'INFO',
        message: 'call',
        caseKey: 'a',
        status: 200,
        function_request_id: 'request-1',
        reason: 'test',
        Called: 1,
      }),
    ]);
    expect(output.metrics()).toEqual(['Called test']);
    expect(output.text().trim().split('\n')).toHaveLength(1);
  });

  it('answers as set where the function throws, and does not log the message', async () => {
    const failing = httpHandler(() => Promise.reject(new Error('13800000000')), options);
    expect(await failing(httpEvent(), context)).toEqual({ statusCode: 503, headers: {}, body: 'later' });
    expect(output.lines()).toEqual([expect.objectContaining({ level: 'ERROR', outcome: 'threw', fault: 'Error' })]);
    expect(output.text()).not.toContain('13800000000');
  });

  it('keeps no key and no metric of one invocation for the next', async () => {
    const handler = httpHandler(async ({ query }) => {
      if (!query.first) {
        return { reply: { status: 200 } };
      }
      logger.appendKeys({ leaked: true });
      return { reply: { status: 200 }, metric: { name: 'Called', reason: 'first' } };
    }, options);
    await handler(httpEvent({ queryStringParameters: { first: '1' } }), context);
    await handler(httpEvent(), context);
    const [first, second] = output.lines();
    expect(first).toMatchObject({ leaked: true, reason: 'first', Called: 1 });
    for (const key of ['leaked', 'reason', 'Called', '_aws']) {
      expect(second).not.toHaveProperty(key);
    }
  });

  it('never logs the event, even where Powertools is told to', async () => {
    vi.stubEnv('POWERTOOLS_LOGGER_LOG_EVENT', 'true');
    // The logger reads its settings when it is made.
    vi.resetModules();
    const fresh = await import('#shared/runtime/http.ts');
    await fresh.httpHandler(async () => ({ reply: { status: 200 } }), options)(
      httpEvent({ body: '13800000000' }),
      context,
    );
    expect(output.lines()).toHaveLength(1);
    expect(output.text()).not.toContain('13800000000');
  });
});

describe('streamHandler', () => {
  const event = { Records: [{ eventID: 'a' }, { eventID: 'b' }] } as DynamoDBStreamEvent;

  it('hands the batch over whole', async () => {
    const handle = vi.fn(async () => undefined);
    await streamHandler(handle)(event, context);
    expect(handle).toHaveBeenCalledExactlyOnceWith(event.Records);
    expect(output.lines()).toMatchObject([{ records: 2, outcome: 'done' }]);
  });

  it('throws for the whole batch', async () => {
    await expect(streamHandler(() => Promise.reject(new Error('down')))(event, context)).rejects.toThrow('down');
    expect(output.lines()).toMatchObject([{ records: 2, outcome: 'threw' }]);
  });
});

describe('scheduleHandler', () => {
  it('hands over how long it may still take', async () => {
    const own = { ...context, getRemainingTimeInMillis: () => 1234 };
    await scheduleHandler(async (remainingMs) => ({ line: { left: remainingMs() } }), 'sweep')(
      {} as ScheduledEvent,
      own,
    );
    expect(output.lines()).toMatchObject([{ message: 'sweep', outcome: 'done', left: 1234 }]);
  });

  it('counts several metrics on one line, each by its value and with its own dimensions', async () => {
    vi.useFakeTimers({ now: 1_795_651_200_000 });
    const metrics = [
      { name: 'WebhookMissed', value: 3 },
      { name: 'HookSilent', reason: 'shopify' },
      { name: 'ShopBusy', reason: 'shopify' },
    ];
    await scheduleHandler(async () => ({ line: { listed: 7 }, metrics }))({} as ScheduledEvent, context);
    vi.useRealTimers();
    const unit = 'Count';
    expect(output.lines()).toMatchObject([
      {
        service: 'backhaul',
        reason: 'shopify',
        listed: 7,
        WebhookMissed: 3,
        HookSilent: 1,
        ShopBusy: 1,
        _aws: {
          Timestamp: 1_795_651_200_000,
          CloudWatchMetrics: [
            {
              Namespace: 'Backhaul',
              Dimensions: [['service']],
              Metrics: [{ Name: 'WebhookMissed', Unit: unit }],
            },
            {
              Namespace: 'Backhaul',
              Dimensions: [['service', 'reason']],
              Metrics: [
                { Name: 'HookSilent', Unit: unit },
                { Name: 'ShopBusy', Unit: unit },
              ],
            },
          ],
        },
      },
    ]);
    expect(output.metrics()).toEqual(['WebhookMissed', 'HookSilent shopify', 'ShopBusy shopify']);
    expect(output.text().trim().split('\n')).toHaveLength(1);
  });

  it('makes no metric of a line that counts nothing', async () => {
    await scheduleHandler(async () => ({ metrics: [] }))({} as ScheduledEvent, context);
    expect(output.lines()).toHaveLength(1);
    expect(output.text()).not.toContain('_aws');
  });

  it('throws, so that the schedule tries again', async () => {
    await expect(
      scheduleHandler(() => Promise.reject(new Error('down')))({} as ScheduledEvent, context),
    ).rejects.toThrow('down');
  });
});
