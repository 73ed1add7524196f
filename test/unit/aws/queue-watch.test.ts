import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openQueueAges } from '#shared/aws/queue-ages.ts';
import { openQueueWatch } from '#shared/aws/queue-watch.ts';

const sqs = mockClient(SQSClient);
const inboxUrl = 'https://sqs.eu-central-1.amazonaws.com/1/backhaul-demo-inbox';
const client = (region: string) => new SQSClient({ region, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });

beforeEach(() => {
  sqs.reset();
});

describe('openQueueWatch', () => {
  const watch = (ages: Readonly<Record<string, number>> = {}) => {
    const agesOf = vi.fn(async () => ages);
    const names = ['inbox', 'inbox-dlq'];
    return { asked: agesOf, ...openQueueWatch(client('eu-central-1'), { inboxUrl, names, agesOf }) };
  };

  it('asks each queue beside the inbox what it holds', async () => {
    sqs.on(GetQueueAttributesCommand).resolves({
      Attributes: {
        ApproximateNumberOfMessages: '3',
        ApproximateNumberOfMessagesNotVisible: '2',
        ApproximateNumberOfMessagesDelayed: '1',
      },
    });

    expect(await watch().depthOf('inbox-dlq')).toEqual({ waiting: 3, hidden: 2, delayed: 1 });
    expect(sqs.commandCalls(GetQueueAttributesCommand)[0]?.args[0].input.QueueUrl).toBe(
      'https://sqs.eu-central-1.amazonaws.com/1/backhaul-demo-inbox-dlq',
    );
  });

  it('says nothing of a queue that it cannot see', async () => {
    sqs.on(GetQueueAttributesCommand).rejects(new Error('no such queue'));

    expect(await watch().depthOf('inbox')).toBeUndefined();
  });

  it('asks for ages by the whole names, and answers by its own', async () => {
    const { asked, ...watched } = watch({ 'backhaul-demo-inbox-dlq': 60 });

    expect(await watched.agesOf(['inbox-dlq'])).toEqual({ 'inbox-dlq': 60 });
    expect(asked).toHaveBeenCalledWith(['backhaul-demo-inbox-dlq']);
  });
});

describe('openQueueAges', () => {
  const nowMs = () => Date.parse('2026-03-10T12:00:00Z');
  function asking(answer: unknown, region = 'eu-central-1', endpoint?: string) {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(JSON.stringify(answer)));
    return { fetch, agesOf: openQueueAges(client(region), { endpoint, nowMs }, fetch) };
  }

  it('takes the latest figure of each queue, and says nothing of those without one', async () => {
    const { fetch, agesOf } = asking({
      MetricDataResults: [
        { Id: 'q2', Values: [7] },
        { Id: 'q0', Values: [89.6, 30] },
        { Id: 'q1', Values: [] },
      ],
    });

    expect(await agesOf(['a', 'b', 'c'])).toEqual({ a: 90, c: 7 });
    const [url, request] = fetch.mock.calls[0]!;
    expect(String(url)).toBe('https://monitoring.eu-central-1.amazonaws.com/');
    expect(request?.headers).toMatchObject({
      'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData',
      'content-type': 'application/x-amz-json-1.0',
      authorization: expect.stringContaining('/eu-central-1/monitoring/aws4_request'),
    });
    expect(JSON.parse(String(request?.body))).toMatchObject({
      StartTime: nowMs() / 1000 - 900,
      EndTime: nowMs() / 1000,
      ScanBy: 'TimestampDescending',
      MetricDataQueries: [
        {
          Id: 'q0',
          MetricStat: {
            Metric: {
              Namespace: 'AWS/SQS',
              MetricName: 'ApproximateAgeOfOldestMessage',
              Dimensions: [{ Name: 'QueueName', Value: 'a' }],
            },
            Stat: 'Maximum',
          },
        },
        { Id: 'q1' },
        { Id: 'q2' },
      ],
    });
  });

  it.each([
    ['cn-north-1', undefined, 'https://monitoring.cn-north-1.amazonaws.com.cn/'],
    ['us-east-1', 'http://127.0.0.1:4566', 'http://127.0.0.1:4566/'],
  ])('asks where CloudWatch is: %s', async (region, endpoint, url) => {
    const { fetch, agesOf } = asking({ MetricDataResults: [] }, region, endpoint);
    await agesOf(['a']);

    expect(String(fetch.mock.calls[0]?.[0])).toBe(url);
  });

  it.each([
    ['an error', { __type: 'AccessDenied' }],
    ['no JSON that it knows', []],
  ])('knows nothing where CloudWatch answers %s', async (_, answer) => {
    expect(await asking(answer).agesOf(['a'])).toEqual({});
  });

  it('knows nothing where CloudWatch cannot be reached', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue(new TypeError('down'));

    expect(await openQueueAges(client('us-east-1'), { nowMs }, fetch)(['a'])).toEqual({});
  });
});
