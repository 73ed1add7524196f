import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/returns/record/instant.ts';
import { dayParts } from '../../../../functions/serve-board/page/pages/sources/day-parts.ts';
import { deadLetterCommand } from '../../../../functions/serve-board/page/pages/sources/dead-letter-command.ts';
import { type Delivery, replayStanding } from '../../../../functions/serve-board/page/pages/sources/replay-standing.ts';
import { spanText } from '../../../../functions/serve-board/page/pages/sources/span-text.ts';
import {
  type Channel,
  type Health,
  isGrave,
  type Shop,
  troublesOf,
  worstFirst,
} from '../../../../functions/serve-board/page/pages/sources/troubles.ts';

const at = '2026-03-10T09:00:00.000Z' as Instant;
const since = '2026-03-10T08:20:00.000Z' as Instant;
const none = 'not-measured';
const day: Channel['today'] = {
  webhooks: 5,
  reads: 0,
  duplicates: 0,
  notUnderstood: 0,
  inPart: 0,
  refused: 0,
  missed: 0,
  webhookLag: none,
  readLag: none,
};
const noDay: Channel['today'] = {
  ...day,
  webhooks: none,
  reads: none,
  duplicates: none,
  notUnderstood: none,
  inPart: none,
  refused: none,
  missed: none,
};
const shop: Shop = { shop: '1', hook: 'telling', token: 'ok' };

function channelOf(name: string, today: Partial<Channel['today']> = {}, shops: readonly Partial<Shop>[] = []): Channel {
  return {
    source: 'doudian',
    channel: name,
    role: 'store',
    lastHeard: { byWebhook: at, byRead: none },
    today: { ...day, ...today },
    yesterday: noDay,
    shops: shops.map((each) => ({ ...shop, ...each })),
  };
}

function healthOf(more: Partial<Health> = {}): Health {
  return {
    at,
    days: { today: '2026-03-10', yesterday: '2026-03-09' },
    channels: [],
    strangers: { today: 0, yesterday: none },
    queues: [],
    deadLetters: [],
    ...more,
  };
}

describe('troublesOf', () => {
  const kinds = (health: Health) => troublesOf(health).map(({ kind }) => kind);
  const queue = { waiting: 1, hidden: 0, delayed: 0, oldestSeconds: 3600 };

  it('finds nothing where all is well, nor in what nobody measured', () => {
    const unmeasured = {
      ...channelOf('a', noDay, [{ hook: none, token: none }]),
      lastHeard: { byWebhook: none, byRead: none },
    } as const;

    expect(troublesOf(healthOf({ channels: [channelOf('a', {}, [{}])] }))).toEqual([]);
    expect(troublesOf(healthOf({ channels: [unmeasured], deadLetters: [{ of: 'inbox', count: none }] }))).toEqual([]);
  });

  it('puts the worst first', () => {
    const channels = [
      channelOf('a', { refused: 2, missed: 1, inPart: 1 }),
      channelOf('b', {}, [
        { hook: 'silent', silentSince: since },
        { shop: '2', token: 'refused', tokenSince: since },
      ]),
    ];
    const health = healthOf({
      channels,
      strangers: { today: 7, yesterday: 0 },
      deadLetters: [{ of: 'inbox', count: 2 }],
      queues: [{ queue: 'inbox', ...queue }],
    });

    expect(kinds(health)).toEqual([
      'token-refused',
      'hook-silent',
      'dead-letters',
      'queue-behind',
      'not-understood',
      'refused',
      'missed',
      'strangers',
    ]);
    expect(troublesOf(health).filter(isGrave)).toHaveLength(5);
    expect(troublesOf(health)[0]).toEqual({ kind: 'token-refused', of: 'doudian/b 2', since });
  });

  it('calls no queue late in which things wait for their time, and none of which the age is not measured', () => {
    const queues = [
      { queue: 'strikes', ...queue },
      { queue: 'inbox', ...queue, oldestSeconds: none },
    ] as const;

    expect(kinds(healthOf({ queues: [...queues] }))).toEqual([]);
  });

  it('lets a shop be busy for half an hour', () => {
    const busy = (busySince: string) =>
      healthOf({ channels: [channelOf('a', {}, [{ busySince: busySince as Instant }])] });

    expect(kinds(busy('2026-03-10T08:30:00.000Z'))).toEqual(['shop-busy']);
    expect(kinds(busy('2026-03-10T08:31:00.000Z'))).toEqual([]);
  });

  it('says of a channel that it was never heard', () => {
    const silent = { ...channelOf('a'), lastHeard: { byWebhook: 'never', byRead: none } } as const;

    expect(kinds(healthOf({ channels: [silent] }))).toEqual(['never-heard']);
  });
});

describe('worstFirst', () => {
  it('keeps the order of the file where nothing is wrong', () => {
    const channels = [
      channelOf('a'),
      channelOf('b', { missed: 1 }),
      channelOf('c', { notUnderstood: 1 }),
      channelOf('d'),
    ];

    expect(worstFirst({ channels, at }).map(({ channel }) => channel)).toEqual(['c', 'b', 'a', 'd']);
  });
});

describe('dayParts', () => {
  it('tells what is zero from what is not measured', () => {
    expect(dayParts({ ...day, reads: none, missed: none })).toMatchObject({
      isMeasured: true,
      counts: expect.arrayContaining([{ counter: 'refused', count: 0 }]),
      unmeasured: ['reads', 'missed'],
      lags: [],
    });
    expect(dayParts(noDay).isMeasured).toBe(false);
  });
});

describe('deadLetterCommand', () => {
  it.each([
    ['inbox', 'backhaul-demo-inbox-dlq --destination-arn'],
    ['hints-doudian', 'backhaul-demo-hints-doudian-dlq'],
    ['outbox-stream', 'npm run rebuild'],
    ['unpublishable', 'npm run republish'],
  ])('of %s', (queue, part) => {
    expect(deadLetterCommand(queue, 'demo')).toContain(part);
  });

  it.each(['sweep', 'reconcile'])('is none of %s, which are to be deleted', (queue) => {
    expect(deadLetterCommand(queue, 'demo')).toBeUndefined();
  });
});

describe('replayStanding', () => {
  const before: Delivery = {
    source: 'standard',
    channel: 'own-store',
    id: 'm1',
    via: 'webhook',
    receivedAt: at,
    outcome: 'not-understood',
    reason: 'type: is missing',
  };

  it('waits until something else came of it, and not for ever', () => {
    expect(replayStanding(before, before, 2_000)).toBe('waiting');
    expect(replayStanding(before, undefined, 2_000)).toBe('waiting');
    expect(replayStanding(before, { ...before, outcome: 'applied' }, 2_000)).toBe('changed');
    expect(replayStanding(before, { ...before, reason: 'id: is missing' }, 2_000)).toBe('changed');
    expect(replayStanding(before, before, 30_000)).toBe('same');
  });
});

describe('spanText', () => {
  it.each([
    [64, '64 s'],
    [256, '4 min'],
  ])('of %d seconds', (seconds, expected) => {
    expect(spanText(seconds, 'en')).toBe(expected);
  });
});
