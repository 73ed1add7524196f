import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import type { DayCounts } from '#shared/health/day.ts';
import type { ChannelHealth, SourcesHealth } from '#shared/health/sources-health.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { listQueues } from '../../../tools/operate/list-queues.ts';
import { sourcesLines } from '../../../tools/operate/sources-lines.ts';

const at = '2026-03-10T09:00:00.123Z' as Instant;
const day = (fields: Partial<DayCounts> = {}): DayCounts => ({
  webhooks: 0,
  reads: 'not-measured',
  duplicates: 0,
  refused: 0,
  notUnderstood: 0,
  inPart: 0,
  missed: 'not-measured',
  webhookLag: 'not-measured',
  readLag: 'not-measured',
  ...fields,
});
const channel = (fields: Partial<ChannelHealth> = {}): ChannelHealth => ({
  source: 'standard',
  channel: 'own-store',
  role: 'store',
  lastHeard: { byWebhook: 'never', byRead: 'not-measured' },
  today: day(),
  yesterday: day(),
  shops: [],
  ...fields,
});
const lag = { p50Seconds: 2, p95Seconds: 8192, of: 12 };
const health: SourcesHealth = {
  at,
  days: { today: '2026-03-10', yesterday: '2026-03-09' },
  channels: [
    channel(),
    channel({
      source: 'doudian',
      channel: 'app',
      lastHeard: { byWebhook: at, byRead: at },
      today: day({ webhooks: 12, missed: 3, webhookLag: lag }),
      shops: [
        { shop: '1', hook: 'silent', silentSince: at, seenUntil: at, token: 'ok', tokenSince: at, tokenAt: at },
        { shop: '2', hook: 'not-measured', token: 'refused', tokenSince: at, tokenAt: at },
      ],
    }),
  ],
  strangers: { today: 4, yesterday: 'not-measured' },
  queues: [{ queue: 'inbox', waiting: 3, hidden: 0, delayed: 0, oldestSeconds: 7260 }],
  deadLetters: [
    { of: 'inbox', count: 1, oldestSeconds: 'not-measured' },
    { of: 'sweep', count: 0 },
  ],
};

describe('sourcesLines', () => {
  it('lays all that is known in columns, and marks what nobody measures', () => {
    const lines = sourcesLines(health, 'en');

    expect(lines[0]).toBe('Channels (today / yesterday)');
    expect(lines[2]).toMatch(/^ {2}standard\/own-store {2}never +– +0 \/ 0 +– \/ – .* – \/ – +– \/ –$/);
    expect(lines[3]).toMatch(
      /^ {2}doudian\/app +2026-03-10 09:00:00Z +2026-03-10 09:00:00Z +12 \/ 0 .* 3 \/ – +2 s, 2 h 16 min \/ –/,
    );
    expect(lines).toContain('  refused under names that are none of ours: 4 / –');
    expect(lines.filter((line) => line.startsWith('  doudian/app/'))).toEqual([
      '  doudian/app/1  silent since 2026-03-10 09:00:00Z  2026-03-10 09:00:00Z  ok',
      '  doudian/app/2  –                                  –                     refused since 2026-03-10 09:00:00Z',
    ]);
    expect(lines.filter((line) => /^ {2}(inbox|sweep)/.test(line))).toEqual([
      '  inbox  3        0                       0        2 h 1 min',
      '  inbox  1      –',
      '  sweep  0',
    ]);
    expect(lines.at(-1)).toBe('– means “not measured”, not 0. Counts are approximate.');
  });

  it('is there in Chinese, with columns as wide as its characters', () => {
    const lines = sourcesLines(health, 'zh-CN');

    expect(lines.find((line) => line.startsWith('  doudian/app/2'))).toBe(
      '  doudian/app/2  –                              –                     被拒，自 2026-03-10 09:00:00Z',
    );
    expect(lines.join('\n')).toContain('静默，自 2026-03-10 09:00:00Z');
  });
});

describe('listQueues', () => {
  it('lists the queues of one stack over all pages', async () => {
    const sqs = mockClient(SQSClient);
    const url = (name: string) => `https://sqs/1/backhaul-demo-${name}`;
    sqs
      .on(ListQueuesCommand)
      .resolvesOnce({ QueueUrls: [url('strikes'), url('inbox-dlq')], NextToken: 'more' })
      .resolvesOnce({ QueueUrls: [url('inbox')] });

    expect(await listQueues(new SQSClient({}), url('inbox'))).toEqual(['inbox', 'inbox-dlq', 'strikes']);
    expect(sqs.commandCalls(ListQueuesCommand).map(({ args }) => args[0].input)).toMatchObject([
      { QueueNamePrefix: 'backhaul-demo-' },
      { NextToken: 'more' },
    ]);
  });
});
