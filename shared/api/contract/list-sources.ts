import type { Instant } from '#shared/returns/record/instant.ts';
import type { Value } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';
import { sourcesHealth } from '../shapes/health.ts';

type Day = Value<typeof sourcesHealth>['channels'][number]['today'];
const today: Day = {
  webhooks: 214,
  reads: 0,
  duplicates: 3,
  notUnderstood: 1,
  inPart: 0,
  refused: 0,
  missed: 'not-measured',
  webhookLag: { p50Seconds: 2, p95Seconds: 8, of: 214 },
  readLag: 'not-measured',
};

export const listSources = contract({
  summary: {
    'zh-CN': '各来源的状况：最近收到、延迟、重复、拒收、漏推、队列与死信',
    en: 'How each source stands: last heard, lag, duplicates, refused, missed, queues and dead letters',
  },
  polled: true,
  reply: sourcesHealth,
  example: {
    reply: {
      at: '2026-03-10T09:01:00.000Z' as Instant,
      days: { today: '2026-03-10', yesterday: '2026-03-09' },
      channels: [
        {
          source: 'standard',
          channel: 'own-store',
          role: 'store',
          lastHeard: { byWebhook: '2026-03-10T09:00:00.000Z' as Instant, byRead: 'not-measured' },
          today,
          yesterday: { ...today, webhooks: 1830, webhookLag: { p50Seconds: 2, p95Seconds: 16, of: 1830 } },
          shops: [],
        },
      ],
      strangers: { today: 0, yesterday: 2 },
      queues: [{ queue: 'inbox', waiting: 0, hidden: 1, delayed: 0, oldestSeconds: 1 }],
      deadLetters: [{ of: 'inbox', count: 0 }],
    },
  },
});
