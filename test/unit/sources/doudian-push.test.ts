import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/returns/record/instant.ts';
import { doudianObserver } from '#shared/sources/doudian/observe.ts';
import { doudianReceiver } from '#shared/sources/doudian/receiver.ts';
import { mostParts } from '#shared/sources/doudian/split-messages.ts';
import type { Delivery, Observed, WebhookRequest } from '#shared/sources/source.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

const channel = merchant.channels.find((each) => each.source === 'doudian')!;
const receivedAt = toInstant('2024-05-06T03:40:05.250Z')!;
const secret = 'dd-test-secret-0001';

function observe(body: string | Uint8Array): Observed {
  const delivery: Delivery = {
    source: 'doudian',
    channel: 'flagship-app',
    id: 'd-1',
    via: 'webhook',
    receivedAt,
    headers: {},
    body: Buffer.from(body),
  };
  return doudianObserver.observe(delivery, channel, merchant);
}

function push(tag: unknown, data: unknown, more: Record<string, unknown> = {}): Observed {
  return observe(JSON.stringify([{ tag, msg_id: 'm-1', data, ...more }]));
}

function reasonOf(observed: Observed): string {
  return 'reason' in observed ? `${observed.kind}: ${observed.reason}` : `understood as ${JSON.stringify(observed)}`;
}

const case7 = '{"aftersale_id":7201234567890123457,"shop_id":4400123,"update_time":"2024-05-06T11:40:00+08:00"}';
const hint7 = {
  kind: 'notify-only',
  shop: '4400123',
  ref: { caseKey: 'doudian:4400123:7201234567890123457' },
  at: '2024-05-06T03:40:00.000Z',
};

function request(body: string, headers: Record<string, string> = {}): WebhookRequest {
  return { method: 'POST', headers, query: {}, rawQuery: '', rawBody: Buffer.from(body) };
}

describe('doudianReceiver.verify', () => {
  const body = '[{"tag":"0","msg_id":"0","data":"x"}]';
  const signature = createHash('md5').update(`7000000000000000001${body}${secret}`).digest('hex');
  const verify = (headers: Record<string, string>, at = channel) =>
    doudianReceiver.verify(
      request(body, { 'app-id': '7000000000000000001', 'event-sign': signature, ...headers }),
      { current: secret },
      at,
      new Date(),
    );

  it('takes what the app signed', () => {
    expect(verify({})).toEqual({ ok: true });
  });

  it('upper case: refuses a signature in other letters', () => {
    expect(verify({ 'event-sign': signature.toUpperCase() }).ok).toBe(false);
  });

  it("app swapped: refuses another app's id, whatever the signature is", () => {
    expect(verify({ 'app-id': '7000000000000000002' }).ok).toBe(false);
  });

  it('refuses everything where the channel has no app key', () => {
    const { appKey: _, ...without } = channel;
    expect(verify({}, without)).toEqual({ ok: false, reason: 'the channel has no appKey' });
  });
});

describe('doudianReceiver.identify', () => {
  const identify = (body: string) => doudianReceiver.identify(request(body));

  it('goes by the id of a message that came alone, however it is spelt', () => {
    expect(identify('[{"tag":"203","msg_id":"72:203:1:0001"}]')).toEqual({
      deliveryId: '72:203:1:0001',
      subject: '203',
    });
    expect(identify('[{"tag":"203","msgId":"m-2"}]').deliveryId).toBe('m-2');
    expect(identify('{"tag":"203","msg_id":"m-3"}').deliveryId).toBe('m-3');
  });

  it('goes by the hash of a body of several, and of one whose id is a number that may have lost digits', () => {
    const several = '[{"tag":"203","msg_id":"a"},{"tag":"206","msg_id":"b"},{"tag":"203","msg_id":"c"}]';
    expect(identify(several)).toEqual({
      deliveryId: `sha256-${createHash('sha256').update(several).digest('hex')}`,
      subject: '203+206',
    });
    expect(identify('[{"tag":"203","msg_id":7201234567890123457}]').deliveryId).toMatch(/^sha256-/);
  });

  it('takes a tag that is a number for the same one', () => {
    expect(identify('[{"tag":203,"msg_id":"m-4"}]')).toEqual({ deliveryId: 'm-4', subject: '203' });
  });

  it.each(['', '[]', 'null', '[null]', '[{"tag":"Anna Müller"}]', '[{"tag":20.3}]', '[{"tag":-1}]', '[[[', '"x"'])(
    'says no more than unknown of %j',
    (body) => {
      expect(identify(body).subject).toBe('unknown');
    },
  );

  it('a thousand messages: the subject stays short', () => {
    const body = JSON.stringify(Array.from({ length: 1000 }, (_, index) => ({ tag: String(index) })));
    expect(identify(body).subject).toBe('0+1+2+3+4+5+6+7');
  });
});

describe('doudianObserver: hints', () => {
  it('asks for the case of the documented message to be read, its id digit by digit', () => {
    expect(observe(fixture('doudian/message-203'))).toEqual(hint7);
  });

  it('takes data that is an object, and a message outside an array', () => {
    expect(observe(`[{"tag":"203","msg_id":"m","data":${case7}}]`)).toEqual(hint7);
    expect(observe(`{"tag":"203","msg_id":"m","data":${JSON.stringify(case7)}}`)).toEqual(hint7);
  });

  it.each(['200', '201', '209', '210', '217', '218', '224', '227'])('tag %s is a hint', (tag) => {
    expect(push(tag, case7)).toEqual(hint7);
  });

  it('goes by the time of the event where no update time is there, else by the receipt, in whole seconds', () => {
    const at = (times: object) => push('203', { aftersale_id: '1', shop_id: 4400123, ...times });
    expect(at({ apply_time: 1714800000, return_time: 1714966800 })).toMatchObject({ at: '2024-05-06T03:40:00.000Z' });
    expect(at({ update_time: '2024-05-06T11:40:00.999+08:00' })).toMatchObject({ at: '2024-05-06T03:40:00.000Z' });
    expect(at({ update_time: 'yesterday' })).toMatchObject({ at: '2024-05-06T03:40:05.000Z' });
  });

  it('says so where the time is that of the receipt', () => {
    const hint = (times: object) => push('203', { aftersale_id: '1', shop_id: 4400123, ...times });
    expect(hint({})).toHaveProperty('atReceipt', true);
    expect(hint({ return_time: 1714966800 })).not.toHaveProperty('atReceipt');
  });

  it.each([
    ['a check of the endpoint, whose data is no JSON', '0', '2024-05-06T11:00:00+08:00', 'ignored: a check of'],
    ['an order', '101', '{"p_id":1}', 'ignored: not an after-sales message'],
    ['a product', '400', '{}', 'not-understood: tag: is none that Backhaul reads'],
    ['a tag above the known ones', '228', case7, 'not-understood: tag: is none that Backhaul reads'],
    ['a tag that only begins like one', '2030', case7, 'not-understood: tag: is none that Backhaul reads'],
    [
      'a foreign shop',
      '203',
      '{"aftersale_id":1,"shop_id":99}',
      "not-understood: shop 99 is not one of this channel's",
    ],
    ['no shop', '203', '{"aftersale_id":1}', 'not-understood: data.shop_id: '],
    ['no case', '203', '{"shop_id":4400123}', 'not-understood: data.aftersale_id: '],
    [
      'a case id that is no number',
      '203',
      '{"aftersale_id":"1:2","shop_id":4400123}',
      'not-understood: data.aftersale',
    ],
    ['data that is no JSON', '203', '{', 'not-understood: data: the body is not JSON'],
    ['no data', '203', null, 'not-understood: data: '],
  ])('%s', (_name, tag, data, reason) => {
    expect(reasonOf(push(tag, data))).toContain(reason);
  });

  it('understands no junk', () => {
    expect(reasonOf(observe('{'))).toBe('not-understood: the body is not JSON');
    expect(reasonOf(observe('[{}]'))).toContain('not-understood: tag: ');
    expect(reasonOf(observe('[]'))).toBe('ignored: the push holds no message');
  });
});

describe('doudianObserver: several messages', () => {
  const partsOf = (body: string | Uint8Array) => {
    const observed = observe(body);
    return observed.kind === 'several'
      ? observed.parts.map((part) => [part.id, Buffer.from(part.body).toString()])
      : reasonOf(observed);
  };
  const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('hex')}`;

  it('makes each a delivery of its own, by its own id, which is then a hint', () => {
    const observed = observe(fixture('doudian/two-messages'));
    const parts = observed.kind === 'several' ? observed.parts : [];
    expect(parts.map((part) => part.id)).toEqual([
      '7201234567890123457:203:1714966800:0001',
      '7201234567890123457:206:1714975200:0002',
    ]);
    expect(parts.map((part) => observe(part.body))).toEqual([hint7, { ...hint7, at: '2024-05-06T06:00:00.000Z' }]);
  });

  it('cuts them from the text: every digit, escape and blank stays', () => {
    const first = '{"tag":"203","msg_id":"a","data":{"aftersale_id":7201234567890123457,"x":1.10,"s":"],{\\"\\\\"}}';
    const second = '{"tag":"203", "msg_id":"b", "data":[[],{}]}';
    expect(partsOf(` [ ${first} ,\n${second}\n] `)).toEqual([
      ['a', `[${first}]`],
      ['b', `[${second}]`],
    ]);
  });

  it('goes by a hash where two share an id or one has none', () => {
    expect(partsOf('[{"msg_id":"a","tag":"1"},{"msg_id":"a","tag":"2"},{"tag":"3"},{"msg_id":"a/b"}]')).toEqual([
      [hashOf('[{"msg_id":"a","tag":"1"}]'), '[{"msg_id":"a","tag":"1"}]'],
      [hashOf('[{"msg_id":"a","tag":"2"}]'), '[{"msg_id":"a","tag":"2"}]'],
      [hashOf('[{"tag":"3"}]'), '[{"tag":"3"}]'],
      [hashOf('a/b'), '[{"msg_id":"a/b"}]'],
    ]);
  });

  it('one bad message among good ones spoils only itself', () => {
    const parts = partsOf(`[7,{"tag":"203","msg_id":"b","data":${case7}}]`) as string[][];
    expect(reasonOf(observe(parts[0]?.[1] ?? ''))).toContain('not-understood');
    expect(observe(parts[1]?.[1] ?? '')).toEqual(hint7);
  });

  it('a push of thousands: is taken apart bit by bit, the rest as a push of its own', () => {
    const ids = Array.from({ length: 2 * mostParts + 1 }, (_, index) => `m-${index}`);
    const bodyOf = (some: string[]) => `[${some.map((id) => `{"tag":"203","msg_id":"${id}"}`)}]`;

    const first = partsOf(bodyOf(ids)) as string[][];
    const rest = bodyOf(ids.slice(mostParts));
    expect(first).toHaveLength(mostParts + 1);
    expect(first.slice(0, -1).map(([id]) => id)).toEqual(ids.slice(0, mostParts));
    expect(first.at(-1)).toEqual([hashOf(rest), rest]);

    const second = partsOf(rest) as string[][];
    expect(second.map(([id]) => id).slice(0, -1)).toEqual(ids.slice(mostParts, 2 * mostParts));
    expect(second.at(-1)?.[1]).toBe(bodyOf(ids.slice(-1)));
  });

  it('as many as fit: none is left for later', () => {
    const body = `[${Array.from({ length: mostParts }, (_, index) => `{"msg_id":"m-${index}"}`)}]`;
    expect((partsOf(body) as string[][]).map(([id]) => id).at(-1)).toBe(`m-${mostParts - 1}`);
  });

  it('a megabyte of quotes: is cut all the same', () => {
    const data = JSON.stringify('"'.repeat(500_000));
    expect(partsOf(`[{"msg_id":"a","data":${data}},{"msg_id":"b"}]`)).toEqual([
      ['a', `[{"msg_id":"a","data":${data}}]`],
      ['b', '[{"msg_id":"b"}]'],
    ]);
  });
});
