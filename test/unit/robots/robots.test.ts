import { describe, expect, it } from 'vitest';
import type { RobotKind } from '#shared/merchant/notify.ts';
import { openRobots } from '#shared/robots/open-robots.ts';
import type { Notice, RobotSecret } from '#shared/robots/robot.ts';
import { answering, failing } from '../../memory/fake-post.ts';
import { noticeWith } from './notice.ts';

const urls: Readonly<Record<Exclude<RobotKind, 'mail'>, string>> = {
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=T1',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/H1',
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K1',
  webhook: 'https://duty.example.com/notices',
};
const good = { dingtalk: '{"errcode":0}', feishu: '{"code":0}', wecom: '{"errcode":0}', webhook: '' } as const;
type Posted = keyof typeof urls;

const link = { label: 'Open', url: 'https://b.example/c/1' };
const called = { dingtalk: 'agent01', feishu: 'ou_1', wecom: 'agent01' };
const key = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX';

async function tell(kind: Posted, secret: RobotSecret, notice: Notice = noticeWith(), body: string = good[kind]) {
  const { options, calls } = answering({ body });
  const robot = openRobots({ ...options, secretOf: async () => secret, publishMail: async () => undefined });
  const now = new Date(1_599_360_473_123);
  const answer = await robot.tell({ robot: { id: 'r1', kind }, notice, now });
  const [call] = calls;
  return { answer, call, sent: call && JSON.parse(String(call.body)) };
}

// Made with Python's hmac, hashlib, base64 and urllib.parse.quote_plus, as the platforms' pages show it.
describe('the signature of', () => {
  it('DingTalk stands in the address: HMAC-SHA256 by the secret, over milliseconds and secret', async () => {
    const { call } = await tell('dingtalk', { url: urls.dingtalk, secret: 'SECthis is a secret' });

    expect(call?.url).toBe(
      `${urls.dingtalk}&timestamp=1599360473123&sign=FhaNZzQJAaoaZwDI8vVVXCjL%2B8KkDcRYoIVRApQ8YvY%3D`,
    );
  });

  it('Feishu stands in the body: HMAC-SHA256 of nothing, by seconds and secret', async () => {
    const { call, sent } = await tell('feishu', { url: urls.feishu, secret: 'demo' });

    expect(call?.url).toBe(urls.feishu);
    expect(sent).toMatchObject({
      timestamp: '1599360473',
      sign: 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=',
      msg_type: 'interactive',
    });
  });

  it('WeCom is none: its address is all that it is known by', async () => {
    const { call, sent } = await tell('wecom', { url: urls.wecom, secret: 'made with the stack' });

    expect(call?.url).toBe(urls.wecom);
    expect(Object.keys(sent)).toEqual(['msgtype', 'markdown']);
  });

  it('a webhook stands in headers, after Standard Webhooks', async () => {
    const { call } = await tell('webhook', { url: urls.webhook, secret: key });

    expect(call?.headers).toMatchObject({
      'webhook-id': 'notice_1',
      'webhook-timestamp': '1599360473',
      'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/),
    });
  });

  it.each(['dingtalk', 'feishu'] as const)(
    '%s is left out where its robot goes by keywords or addresses',
    async (kind) => {
      const { call, sent } = await tell(kind, { url: urls[kind] });

      expect(call?.url).toBe(urls[kind]);
      expect(sent).not.toHaveProperty('sign');
    },
  );
});

describe('a message', () => {
  it('has title, lines, link and whom it calls, in DingTalk’s Markdown', async () => {
    const { sent } = await tell('dingtalk', { url: urls.dingtalk }, noticeWith({ link, people: [called] }));

    expect(sent).toEqual({
      msgtype: 'markdown',
      markdown: {
        title: '平台时限：standard main',
        text: '### 平台时限：standard main\n\n时限：剩 25 分\n\n要做：处理申请\n\n[Open](https://b.example/c/1)\n\n@agent01',
      },
      at: { atMobiles: [], atUserIds: ['agent01'], isAtAll: false },
    });
  });

  it('calls by mobile number where DingTalk’s account is one', async () => {
    const { sent } = await tell(
      'dingtalk',
      { url: urls.dingtalk },
      noticeWith({ people: [{ dingtalk: '13800000000' }] }),
    );

    expect(sent.at).toMatchObject({ atMobiles: ['13800000000'], atUserIds: [] });
  });

  it('is a card of plain texts in Feishu, and markup only where people are called', async () => {
    const { sent } = await tell('feishu', { url: urls.feishu }, noticeWith({ link, people: [called] }));

    expect(sent.card.elements).toEqual([
      { tag: 'div', text: { tag: 'plain_text', content: '时限：剩 25 分\n要做：处理申请' } },
      { tag: 'div', text: { tag: 'lark_md', content: '<at id=ou_1></at>' } },
      { tag: 'action', actions: [expect.objectContaining({ tag: 'button', url: link.url })] },
    ]);
  });

  it('stays within WeCom’s 4,096 bytes, by whole lines', async () => {
    const lines = Array.from({ length: 200 }, (_, n) => `${n} 平台时限剩二十五分钟`);
    const { sent } = await tell('wecom', { url: urls.wecom }, noticeWith({ lines, link, people: [called] }));
    const shown = sent.markdown.content.split('\n');

    expect(Buffer.byteLength(sent.markdown.content)).toBeLessThanOrEqual(4096);
    expect(shown.at(-1)).toBe('<@agent01>');
    expect(shown.slice(1, -2)).toEqual(lines.slice(0, shown.length - 3).map((line) => `> ${line}`));
  });

  it('is told to a program as values, too', async () => {
    const { sent } = await tell('webhook', { url: urls.webhook, secret: key });

    expect(sent).toMatchObject({
      type: 'notice.ring',
      timestamp: '2020-09-06T02:47:53.123Z',
      data: { level: 'half-hour', isUrgent: true, title: '平台时限：standard main' },
    });
  });

  it('goes by mail as plain text, with a subject that SNS takes', async () => {
    const mails: string[][] = [];
    const publishMail = async (...mail: string[]) => void mails.push(mail);
    const { options } = answering({});
    const robot = openRobots({ ...options, secretOf: async () => ({}), publishMail });
    const notice = noticeWith({ title: 'T'.repeat(200), link });
    const answer = await robot.tell({ robot: { id: 'lead', kind: 'mail' }, notice, now: new Date() });

    expect(answer).toEqual({ kind: 'ok' });
    expect(mails[0]?.[1]).toHaveLength(90);
    expect(mails[0]?.[2]).toContain('时限：剩 25 分\n要做：处理申请\n\nOpen: https://b.example/c/1');
  });
});

describe('an answer', () => {
  it.each([
    ['dingtalk', '{"errcode":0,"errmsg":"ok"}', { kind: 'ok' }],
    ['dingtalk', '{"errcode":130101}', { kind: 'busy', reason: 'errcode 130101', pauseMinutes: 10 }],
    ['dingtalk', '{"errcode":410100}', { kind: 'busy', reason: 'errcode 410100', pauseMinutes: 10 }],
    ['dingtalk', '{"errcode":310000}', { kind: 'refused', reason: 'errcode 310000' }],
    ['feishu', '{"code":0}', { kind: 'ok' }],
    ['feishu', '{"StatusCode":0}', { kind: 'ok' }],
    ['feishu', '{"code":11232}', { kind: 'busy', reason: 'code 11232', pauseMinutes: 1 }],
    ['feishu', '{"code":9499,"msg":"too many request"}', { kind: 'busy', reason: 'code 9499', pauseMinutes: 1 }],
    ['feishu', '{"code":9499,"msg":"Bad Request"}', { kind: 'refused', reason: 'code 9499' }],
    ['feishu', '{"code":19021}', { kind: 'refused', reason: 'code 19021' }],
    ['wecom', '{"errcode":0}', { kind: 'ok' }],
    ['wecom', '{"errcode":45009}', { kind: 'busy', reason: 'errcode 45009', pauseMinutes: 1 }],
    ['wecom', '{"errcode":93000}', { kind: 'refused', reason: 'errcode 93000' }],
    ['wecom', '<html>', { kind: 'refused', reason: 'errcode undefined' }],
  ] as const)('of %s, %s, means %o', async (kind, body, expected) => {
    expect((await tell(kind, { url: urls[kind] }, noticeWith(), body)).answer).toEqual(expected);
  });

  it.each([
    [204, { kind: 'ok' }],
    [401, { kind: 'refused', reason: 'answered 401' }],
    [429, { kind: 'busy', reason: 'answered 429', pauseMinutes: 1 }],
    [503, { kind: 'busy', reason: 'answered 503', pauseMinutes: 1 }],
  ] as const)('of a webhook with status %i means %o', async (status, expected) => {
    const { options } = answering({ status });
    const secretOf = async () => ({ url: urls.webhook, secret: key });
    const robot = openRobots({ ...options, secretOf, publishMail: async () => undefined });

    expect(await robot.tell({ robot: { id: 'r1', kind: 'webhook' }, notice: noticeWith(), now: new Date() })).toEqual(
      expected,
    );
  });

  it.each([
    ['no-connection', 'silent'],
    ['timeout', 'silent'],
    ['refused-address', 'refused'],
  ] as const)('that never came, by %s, means %s', async (reason, kind) => {
    const secretOf = async () => ({ url: urls.wecom });
    const robot = openRobots({ ...failing(reason), secretOf, publishMail: async () => undefined });

    expect(await robot.tell({ robot: { id: 'r1', kind: 'wecom' }, notice: noticeWith(), now: new Date() })).toEqual({
      kind,
      reason,
    });
  });

  it.each([
    ['without an address', 'dingtalk', {}, 'has no address'],
    ['whose address is none', 'wecom', { url: 'K1' }, 'has no address'],
    ['whose secret is no key', 'webhook', { url: urls.webhook, secret: 'short' }, 'secret-malformed'],
  ] as const)('of a robot %s is no, and nothing is sent', async (_, kind, secret, reason) => {
    const { answer, call } = await tell(kind, secret);

    expect(answer).toEqual({ kind: 'refused', reason });
    expect(call).toBeUndefined();
  });
});
