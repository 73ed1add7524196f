import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { openKuaidi100Feed } from '#shared/sources/kuaidi100/feed.ts';
import { kuaidi100Observer } from '#shared/sources/kuaidi100/observe.ts';
import { kuaidi100Receiver } from '#shared/sources/kuaidi100/receiver.ts';
import { createClock, type SimulatedClock } from '../../simulators/clock.ts';
import { type Answered, type Asked, type SimulatedServer, startServer } from '../../simulators/http-server.ts';
import { type Kuaidi100Feed, startKuaidi100Feed } from '../../simulators/kuaidi100-feed.ts';

const number = 'YT1400000000012';
const salt = 'a salt';
const key = 'a key';
const start = Date.parse('2026-03-01T00:00:00Z');
const minute = 60_000;
const taken = { status: 200, body: '{"result":true,"returnCode":"200","message":"成功"}' };
const channel = { source: 'kuaidi100', channel: 'feed', role: 'carrier', shops: [] } as const;

let clock: SimulatedClock;
let feed: Kuaidi100Feed;
let receiver: SimulatedServer;
let received: Asked[];
let answers: Answered[];

beforeEach(async () => {
  clock = createClock(start);
  received = [];
  answers = [];
  const answer = (asked: Asked) => {
    received.push(asked);
    return answers.shift() ?? taken;
  };
  receiver = await startServer({ port: 0, name: 'receiver', answer });
  feed = await startKuaidi100Feed({ clock, port: 0, key });
});

afterEach(async () => {
  clock.stop();
  await Promise.all([feed.close(), receiver.close()]);
});

interface Wish {
  readonly company?: string;
  readonly key?: string;
  readonly number?: string;
  readonly phone?: string;
  readonly salt?: string;
  readonly autoCom?: string;
  readonly callbackurl?: string;
  readonly resultv2?: string;
}

/** @returns the code that it was answered with. */
async function subscribe(wish: Wish = {}): Promise<string> {
  const { company = 'yuantong', key: ours = key, number: asked = number, ...parameters } = wish;
  const callbackurl = `${receiver.url}/kuaidi100/feed`;
  const param = { company, number: asked, key: ours, parameters: { callbackurl, salt, ...parameters } };
  const body = new URLSearchParams({ schema: 'json', param: JSON.stringify(param) });
  const response = await fetch(`http://127.0.0.1:${feed.port}/poll`, { method: 'POST', body });
  return ((await response.json()) as { returnCode: string }).returnCode;
}

const pushed = ({ body }: Asked) => JSON.parse(new URLSearchParams(body.toString()).get('param') ?? '');
const isReceived = async (count: number) => await vi.waitFor(() => expect(received).toHaveLength(count));
const at = (minutes: number) => start + minutes * minute;

describe('/poll', () => {
  it('takes a number, and says so when it has it already', async () => {
    expect([await subscribe(), await subscribe()]).toEqual(['200', '501']);
    expect(feed.counts.subscriptions).toMatchObject({ subscribed: 1, repeated: 1, refused: 0 });
  });

  it.each([
    ['another key', { key: 'no key' }, '601'],
    ['no number', { number: '' }, '700'],
    ['a number of 33 characters', { number: '1'.repeat(33) }, '700'],
    ['no callback', { callbackurl: 'nowhere' }, '700'],
    ['no salt', { salt: '' }, '700'],
    ['no carrier', { company: '' }, '702'],
    ['a carrier of another list', { company: 'SF EXPRESS' }, '701'],
    ['a number of SF without the end of a phone', { company: 'shunfeng' }, '700'],
    ['a number of SF with a whole phone', { company: 'shunfeng', phone: '13800000000' }, '700'],
  ])('refuses %s', async (_, wrong, code) => {
    expect(await subscribe(wrong)).toBe(code);
    expect(feed.counts.subscriptions).toMatchObject({ subscribed: 0, refused: 1 });
  });

  it('takes a number of SF with the end of a phone, and one that it is to find the carrier of', async () => {
    const codes = [
      await subscribe({ company: 'shunfeng', phone: '0000' }),
      await subscribe({ number: 'ZT1', company: '', autoCom: '1' }),
    ];

    expect(codes).toEqual(['200', '200']);
  });

  it('takes a number again after an abort, and counts what comes too soon', async () => {
    await subscribe();
    feed.abort(number);
    await clock.advance(29 * minute);
    expect(await subscribe()).toBe('200');
    feed.abort(number);
    await clock.advance(31 * minute);
    expect(await subscribe()).toBe('200');

    expect(feed.counts.subscriptions.tooSoon).toBe(1);
  });

  it('understands the subscription of the real client', async () => {
    const api = { baseUrl: `http://127.0.0.1:${feed.port}`, version: '1' };
    const question = {
      channel: { ...channel, shops: [], api },
      carrier: 'sf',
      carriers: [],
      callbackUrl: receiver.url,
    };
    const asked = { ...question, trackingNumber: 'SF1', phoneTail: '0000', accessToken: key, signingSecret: salt };

    expect(await openKuaidi100Feed({ allowLoopback: true }).follow(asked)).toEqual({ kind: 'followed' });
    expect(feed.subscriptionOf('SF1')).toMatchObject({ company: 'shunfeng', salt, resultVersion: 4 });
  });

  it('is out of reach for as long as it was told', async () => {
    const ask = async () => (await fetch(`http://127.0.0.1:${feed.port}/poll`, { method: 'POST' })).status;
    feed.downFor(minute);

    expect(await ask()).toBe(503);
    await clock.advance(minute + 1);
    expect(await ask()).toBe(200);
  });
});

describe('its pushes', () => {
  it('are what the real receiver takes as genuine, and the real observer understands', async () => {
    await subscribe({ resultv2: '4' });
    feed.carry(number, 'yuantong', [{ state: '1', fine: '103', at: at(-60) }]);
    await isReceived(1);

    const [{ headers, body }] = received as [Asked];
    const request = { method: 'POST', headers, query: {}, rawQuery: '', rawBody: body };
    expect(kuaidi100Receiver.verify(request, { current: salt }, channel as never, new Date())).toEqual({ ok: true });
    const delivery = { source: 'kuaidi100', channel: 'feed', id: '1', via: 'webhook', headers, body } as const;
    const said = kuaidi100Observer.observe({ ...delivery, receivedAt: instantOf(at(0)) }, channel as never, merchant);
    expect(said).toMatchObject({
      sayings: [
        {
          about: 'parcel',
          number,
          facts: [
            { fact: 'route', carrier: 'yto', moves: [{ stage: 'picked-up', at: instantOf(at(-60)), raw: '103' }] },
          ],
        },
      ],
    });
  });

  it('tell nothing of a number that nobody subscribed', async () => {
    feed.carry(number, 'yuantong', [{ state: '1', at: at(-60) }]);
    await feed.settled();

    expect(received).toEqual([]);
  });

  it('tell at once what is known when somebody subscribes', async () => {
    feed.carry(number, 'yuantong', [{ state: '1', at: at(-60) }]);
    await subscribe();

    await isReceived(1);
  });

  it('tell all scans so far each time, the newest first', async () => {
    await subscribe();
    feed.carry(number, 'yuantong', [
      { state: '1', at: at(10) },
      { state: '0', at: at(20) },
      { state: '3', at: at(30) },
    ]);
    for (let count = 0; count < 3; count += 1) {
      await clock.advance(10 * minute + 1);
      await feed.settled();
    }

    const codes = received.map((asked) =>
      pushed(asked).lastResult.data.map((row: { statusCode: string }) => row.statusCode),
    );
    expect(codes).toEqual([['1'], ['0', '1'], ['3', '0', '1']]);
    expect(received.map((asked) => pushed(asked).lastResult.ischeck)).toEqual(['0', '0', '1']);
  });

  it('use coarse codes for who asked for no others', async () => {
    await subscribe();
    feed.carry(number, 'yuantong', [{ state: '3', fine: '304', at: at(-1) }]);
    await isReceived(1);

    expect(received.map((asked) => pushed(asked).lastResult.state)).toEqual(['3']);
  });

  it('are silent while the number is asked for at a wrong carrier, until the feed corrects it', async () => {
    await subscribe({ company: 'zhongtong' });
    feed.carry(number, 'yuantong', [{ state: '1', at: at(-60) }]);
    await feed.settled();
    expect(received).toEqual([]);

    feed.correctCarrier(number, 'yuantong');
    await isReceived(1);
    expect(received.map(pushed)).toMatchObject([
      { status: 'updateall', autoCheck: '1', comOld: 'zhongtong', comNew: 'yuantong', lastResult: { com: 'yuantong' } },
    ]);
  });

  it.each([
    ['aborted', () => feed.abort(number), 'abort'],
    ['finished', () => feed.finish(number), 'shutdown'],
  ])('end when a number is %s', async (_, end, status) => {
    await subscribe();
    end();
    feed.carry(number, 'yuantong', [{ state: '1', at: at(-60) }]);
    await feed.settled();

    expect(received.map((asked) => pushed(asked).status)).toEqual([status]);
  });

  it('come again three times, 35 minutes apart, until they are answered as documented', async () => {
    answers.push({ status: 200, body: '{}' }, { status: 500, body: taken.body });
    await subscribe();
    feed.finish(number);
    await feed.settled();
    await clock.advance(34 * minute);
    expect(received).toHaveLength(1);
    for (let count = 0; count < 4; count += 1) {
      await clock.advance(36 * minute);
      await feed.settled();
    }

    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ body }) => body.toString())).size).toBe(1);
    expect(feed.counts.pushes).toMatchObject({ pushed: 1, posted: 3, accepted: 1 });
  });
});
