import { describe, expect, it } from 'vitest';
import type { FollowQuestion } from '#shared/sources/carrier-feed.ts';
import { openFeeds } from '#shared/sources/feeds.ts';
import { openKuaidi100Feed } from '#shared/sources/kuaidi100/feed.ts';
import { merchant } from '../../contract/source-vectors.ts';
import { answering, failing } from '../../memory/fake-post.ts';

const channel = merchant.channels.find((each) => each.source === 'kuaidi100') ?? ('' as never);
const question: FollowQuestion = {
  channel,
  trackingNumber: 'SF1234567890123',
  carrier: 'sf',
  carriers: merchant.carriers,
  phoneTail: '8888',
  callbackUrl: 'https://hooks.example.com/webhooks/kuaidi100/feed',
  accessToken: 'key-secret',
  signingSecret: 'k100salt',
};

function feedAnswering(body: unknown, status = 200) {
  const { options, calls } = answering({ status, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { feed: openKuaidi100Feed(options), calls };
}

async function paramOf(change: Partial<FollowQuestion> = {}) {
  const { feed, calls } = feedAnswering({ result: true, returnCode: '200', message: '提交成功' });
  await feed.follow({ ...question, ...change });
  return JSON.parse(new URLSearchParams(String(calls[0]?.body)).get('param') ?? '');
}

describe('openKuaidi100Feed', () => {
  it('posts the number with our callback and salt to the configured address', async () => {
    const { feed, calls } = feedAnswering({ result: true, returnCode: '200', message: '提交成功' });

    const answer = await feed.follow(question);

    const sent = new URLSearchParams(String(calls[0]?.body));
    expect(answer).toEqual({ kind: 'followed' });
    expect(calls[0]?.url).toBe('http://127.0.0.1:4597/poll');
    expect(calls[0]?.headers['content-type']).toMatch('application/x-www-form-urlencoded');
    expect([...sent.keys()]).toEqual(['schema', 'param']);
    expect(sent.get('schema')).toBe('json');
    expect(JSON.parse(sent.get('param') ?? '')).toEqual({
      company: 'shunfeng',
      number: 'SF1234567890123',
      key: 'key-secret',
      parameters: {
        callbackurl: 'https://hooks.example.com/webhooks/kuaidi100/feed',
        salt: 'k100salt',
        resultv2: '4',
        autoCom: '1',
        interCom: '0',
        phone: '8888',
      },
    });
  });

  it.each([
    ['sf', 'shunfeng', '8888'],
    ['zto', 'zhongtong', '8888'],
    ['jd', 'jd', '8888'],
    ['yto', 'yuantong', undefined],
    ['jt', 'jtexpress', undefined],
    ['ups', undefined, undefined],
    ['constructor', undefined, undefined],
  ])('names %s as %s and gives it the phone tail %s', async (carrier, company, phone) => {
    const param = await paramOf({ carrier });

    expect([param.company, param.parameters.phone]).toEqual([company, phone]);
  });

  it.each([
    ['sf', 'refused', 0],
    ['zto', 'followed', 1],
    ['ups', 'followed', 1],
  ])('asks for %s without a phone: %s, %i calls', async (carrier, kind, asked) => {
    const { phoneTail: _, ...unknown } = question;
    const { feed, calls } = feedAnswering({ returnCode: '200' });

    expect([await feed.follow({ ...unknown, carrier }), calls.length]).toMatchObject([{ kind }, asked]);
  });

  it("knows a carrier by the merchant's own code and its name", async () => {
    const param = await paramOf({ carrier: 'sfexpress', carriers: [{ code: 'sfexpress', names: ['顺丰'] }] });

    expect([param.company, param.parameters.phone]).toEqual(['shunfeng', '8888']);
  });

  it('leaves an unstated carrier to the feed to recognise', async () => {
    const { carrier: _, ...unstated } = question;
    const { feed, calls } = feedAnswering({ returnCode: '200' });

    await feed.follow(unstated);

    const param = JSON.parse(new URLSearchParams(String(calls[0]?.body)).get('param') ?? '');
    expect(param).not.toHaveProperty('company');
    expect(param.parameters.autoCom).toBe('1');
  });

  it('counts a number that was subscribed before as followed', async () => {
    expect(await feedAnswering({ result: false, returnCode: '501' }).feed.follow(question)).toEqual({
      kind: 'followed',
    });
  });

  it.each(['700', 701, '702'])('is refused by %s, with a reason', async (returnCode) => {
    const answer = await feedAnswering({ result: false, returnCode, message: '张三' }).feed.follow(question);

    expect(answer).toEqual({ kind: 'refused', reason: expect.stringMatching(/^carrier /) });
  });

  it('refuses a longer number than the feed takes without asking it', async () => {
    const { feed, calls } = feedAnswering({ returnCode: '200' });

    expect(await feed.follow({ ...question, trackingNumber: 'A'.repeat(33) })).toMatchObject({ kind: 'refused' });
    expect(calls).toEqual([]);
  });

  it.each([
    ['500', { returnCode: '500' }, 200],
    ['a code that nobody has described', { returnCode: '999' }, 200],
    ['no code', {}, 200],
    ['null', 'null', 200],
    ['a page', '<html>', 200],
    ['503', '', 503],
    ['429', '', 429],
  ])('is busy on %s', async (_name, body, status) => {
    expect(await feedAnswering(body, status).feed.follow(question)).toEqual({ kind: 'busy', restMs: 5_000 });
  });

  it('is busy when the feed cannot be reached', async () => {
    const feed = openKuaidi100Feed(failing('timeout'));

    expect((await feed.follow(question)).kind).toBe('busy');
  });

  it.each([
    ['600', { returnCode: '600' }, 200, /600.*check the account/],
    ['601', { returnCode: '601' }, 200, /601.*check the account/],
    ['an answer without end', `{"returnCode":"200","message":"${'x'.repeat(64 * 1024)}"}`, 200, /too-large/],
    ['404', '', 404, /404.*check api\.baseUrl/],
  ])('throws on %s, and says what to check without the key', async (_name, body, status, message) => {
    const following = feedAnswering(body, status).feed.follow(question);

    await expect(following).rejects.toThrow(message);
    await expect(following).rejects.not.toThrow(/key-secret|k100salt/);
  });
});

describe('openFeeds', () => {
  it('knows the feed of a source, and none where numbers need no subscription', () => {
    const feedOf = openFeeds({ allowLoopback: false });

    expect(feedOf('kuaidi100')).toMatchObject({ source: 'kuaidi100' });
    expect(['standard', 'constructor'].map(feedOf)).toEqual([undefined, undefined]);
  });
});
