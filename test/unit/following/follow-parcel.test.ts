import { describe, expect, it } from 'vitest';
import { type Follower, followParcel, mostAttempts } from '#shared/following/follow-parcel.ts';
import { type FollowRequest, readFollowRequest } from '#shared/following/follow-request.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import { type Instant, toInstant } from '#shared/returns/record/instant.ts';
import type { FollowAnswer, FollowQuestion } from '#shared/sources/carrier-feed.ts';
import { merchant } from '../../contract/source-vectors.ts';

const instant = (text: string): Instant => toInstant(text) as Instant;
const now = instant('2026-01-15T08:00:00Z');

function eventOf(data: object = {}, more: object = {}): string {
  return JSON.stringify({
    source: 'backhaul.returns',
    'detail-type': 'Parcel Follow Requested',
    detail: {
      metadata: { eventId: 'e-1', trackingNumber: 'SF1234567890123' },
      data: { trackingNumber: 'SF1234567890123', carrier: 'sf', warehouseId: 'hangzhou', round: 1, ...data },
    },
    ...more,
  });
}

async function follow(event: string, answer: FollowAnswer = { kind: 'followed' }, changes: Partial<Follower> = {}) {
  const sent: InboxMessage[] = [];
  const putBack: [FollowRequest, number][] = [];
  const asked: FollowQuestion[] = [];
  const follower: Follower = {
    merchant,
    feedOf: (source) =>
      source === 'kuaidi100'
        ? {
            source,
            follow: async (question) => {
              asked.push(question);
              return answer;
            },
          }
        : undefined,
    accessToken: async (source, channel) => `key of ${source}/${channel}`,
    signingSecret: async (source, channel) => `salt of ${source}/${channel}`,
    webhooksUrl: 'https://hooks.example.com/webhooks',
    send: async (message) => void sent.push(message),
    putBack: async (request, delaySeconds) => void putBack.push([request, delaySeconds]),
    now: () => now,
    ...changes,
  };
  const { outcome } = await followParcel(follower, readFollowRequest(event));
  return { outcome, sent, putBack, asked };
}

describe('followParcel', () => {
  it('asks the feed with the account, the salt and the callback of its channel, and the phone tail of the warehouse', async () => {
    const { asked } = await follow(eventOf());

    expect(asked).toEqual([
      {
        channel: expect.objectContaining({ source: 'kuaidi100', channel: 'feed' }),
        trackingNumber: 'SF1234567890123',
        carrier: 'sf',
        carriers: merchant.carriers,
        phoneTail: '8888',
        callbackUrl: 'https://hooks.example.com/webhooks/kuaidi100/feed',
        accessToken: 'key of kuaidi100/feed',
        signingSecret: 'salt of kuaidi100/feed',
      },
    ]);
  });

  it('tells the record that the parcel is followed', async () => {
    const { outcome, sent } = await follow(eventOf());

    expect(outcome).toBe('followed');
    expect(sent).toEqual([
      {
        kind: 'answered',
        record: { parcel: 'SF1234567890123' },
        callId: 'follow/1/followed/sf/hangzhou',
        by: 'kuaidi100/feed',
        at: now,
        facts: [
          {
            fact: 'follow-answered',
            at: now,
            round: 1,
            accepted: true,
            carrier: 'sf',
            warehouseId: 'hangzhou',
          },
        ],
      },
    ]);
  });

  it('tells the record that the feed will not follow it, and why', async () => {
    const { outcome, sent, putBack } = await follow(eventOf(), { kind: 'refused', reason: 'carrier not supported' });

    expect(outcome).toBe('refused');
    expect(putBack).toEqual([]);
    expect(sent).toMatchObject([
      {
        callId: 'follow/1/refused/sf/hangzhou',
        facts: [
          {
            fact: 'follow-answered',
            round: 1,
            accepted: false,
            reason: 'carrier not supported',
            carrier: 'sf',
            warehouseId: 'hangzhou',
          },
        ],
      },
    ]);
  });

  it('names a later round in the callback URL and in the answer', async () => {
    const { asked, sent } = await follow(eventOf({ round: 2 }));

    expect(asked[0]?.callbackUrl).toBe('https://hooks.example.com/webhooks/kuaidi100/feed?round=2');
    expect(sent).toMatchObject([{ callId: 'follow/2/followed/sf/hangzhou', facts: [{ round: 2 }] }]);
  });

  it('gives the answers of one round that were asked with other carriers ids of their own', async () => {
    const refused = { kind: 'refused', reason: 'carrier not recognised by the number' } as const;

    const answers = await Promise.all(
      [undefined, 'sf', 'zto'].map(async (carrier) => (await follow(eventOf({ carrier }), refused)).sent[0]),
    );

    const ids = answers.map((message) => message?.kind === 'answered' && message.callId);
    expect(ids).toEqual([
      'follow/1/refused/-/hangzhou',
      'follow/1/refused/sf/hangzhou',
      'follow/1/refused/zto/hangzhou',
    ]);
  });

  it('leaves out what nobody stated', async () => {
    const { asked, sent } = await follow(eventOf({ carrier: undefined, warehouseId: undefined }));

    expect(asked[0]).not.toHaveProperty('carrier');
    expect(asked[0]).not.toHaveProperty('phoneTail');
    expect(sent).toMatchObject([
      { callId: 'follow/1/followed/-/-', facts: [{ fact: 'follow-answered', at: now, round: 1, accepted: true }] },
    ]);
    expect(JSON.stringify(sent)).not.toContain('carrier');
  });

  it.each([
    ['2026-01-15T08:30:00Z', 900],
    ['2026-01-15T08:14:59.500Z', 900],
    ['2026-01-15T08:00:00.001Z', 1],
  ])('hops on, asking nobody, until %s: %i s', async (notBefore, delaySeconds) => {
    const { outcome, asked, sent, putBack } = await follow(eventOf({ round: 2, notBefore }));

    expect([outcome, asked, sent]).toEqual(['too-early', [], []]);
    expect(putBack).toMatchObject([[{ attempt: 0, detail: { data: { round: 2 } } }, delaySeconds]]);
  });

  it('asks once the time has come', async () => {
    expect((await follow(eventOf({ round: 2, notBefore: '2026-01-15T08:00:00Z' }))).outcome).toBe('followed');
  });

  it.each([
    [0, 1_000, 5],
    [0, 60_000, 60],
    [3, 1_000, 40],
    [20, 1_000, 900],
  ])('puts a request of attempt %i back while the feed is busy for %i ms: %i s', async (attempt, restMs, delay) => {
    const { outcome, sent, putBack } = await follow(eventOf({}, { attempt }), { kind: 'busy', restMs });

    expect([outcome, sent]).toEqual(['busy', []]);
    expect(putBack).toMatchObject([[{ attempt: attempt + 1 }, delay]]);
  });

  it('puts back what it can read again', async () => {
    const { putBack } = await follow(eventOf({ notBefore: '2026-01-15T07:00:00Z' }), { kind: 'busy', restMs: 0 });
    const [request] = putBack[0] ?? [];

    expect(readFollowRequest(JSON.stringify(request))).toEqual(request);
  });

  it('gives up on a feed that is busy for hours', async () => {
    const following = follow(eventOf({}, { attempt: mostAttempts }), { kind: 'busy', restMs: 0 });

    await expect(following).rejects.toThrow('check api.baseUrl of its channel');
  });

  it('does nothing for a merchant without a feed', async () => {
    const { outcome, sent, putBack } = await follow(eventOf(), { kind: 'followed' }, { feedOf: () => undefined });

    expect([outcome, sent, putBack]).toEqual(['no-feed', [], []]);
  });

  it('throws what only a person can mend, and tells the record nothing', async () => {
    const sent: InboxMessage[] = [];
    const signingSecret = async () => {
      throw new Error('no signing secret');
    };

    const following = follow(eventOf(), undefined, { signingSecret, send: async (each) => void sent.push(each) });

    await expect(following).rejects.toThrow('no signing secret');
    expect(sent).toEqual([]);
  });
});

describe('readFollowRequest', () => {
  it.each([
    ['no JSON', ''],
    ['null', 'null'],
    ['no detail', '{"detail-type":"Parcel Follow Requested"}'],
    ['no number', eventOf({ trackingNumber: '' })],
    ['round 0', eventOf({ round: 0 })],
    ['a time without a zone', eventOf({ notBefore: '2026-01-15 08:00:00' })],
  ])('refuses a text with %s', (_name, text) => {
    expect(() => readFollowRequest(text)).toThrow();
  });

  it('counts attempts from 0', () => {
    expect(readFollowRequest(eventOf()).attempt).toBe(0);
  });
});
