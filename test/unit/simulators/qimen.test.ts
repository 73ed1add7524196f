import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { merchant } from '#shared/merchant/bundled.ts';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { qimenObserver } from '#shared/sources/qimen/observe.ts';
import { qimenReceiver } from '#shared/sources/qimen/receiver.ts';
import { createQimenConnector } from '#shared/warehouses/qimen/connector.ts';
import { chinaClockText } from '../../simulators/china-clock.ts';
import { createClock, type SimulatedClock } from '../../simulators/clock.ts';
import { type Answered, type Asked, type SimulatedServer, startServer } from '../../simulators/http-server.ts';
import { type QimenWms, startQimenWms } from '../../simulators/qimen-wms.ts';
import { readXml, writeXml, type Xml } from '../../simulators/qimen-xml.ts';
import { growingRests } from '../../simulators/rests.ts';
import { signQimen } from '../../simulators/sign-cn.ts';

const secret = 'a qimen secret';
const success =
  '<?xml version="1.0" encoding="utf-8"?><response><flag>success</flag><code>0</code><message>ok</message></response>';
const agreement = {
  appKey: '12345678',
  secret,
  customerId: 'c-wh-01',
  warehouseCode: 'WH-HZ-01',
  ownerCode: 'OWN01',
};
const code = 'BH0F3A9C5D2B71E6A4';
const number = 'SF1400000000012';

let clock: SimulatedClock;
let receiver: SimulatedServer;
let received: Asked[];
let answers: (Answered | 'hang-up')[];
let wms: QimenWms;

const start = async (charset: 'utf-8' | 'gbk' = 'utf-8') =>
  await startQimenWms({
    ...agreement,
    clock,
    port: 0,
    webhooksUrl: receiver.url,
    channel: 'wms-hangzhou',
    charset,
    restAfter: growingRests({ firstMs: 1, tries: 6 }),
  });

beforeEach(async () => {
  clock = createClock(Date.parse('2026-03-01T00:00:00Z'));
  received = [];
  answers = [];
  const answer = (asked: Asked) => {
    received.push(asked);
    return answers.shift() ?? { status: 200, body: success };
  };
  receiver = await startServer({ port: 0, name: 'receiver', answer });
  wms = await start();
});

afterEach(async () => {
  clock.stop();
  await Promise.all([wms.close(), receiver.close()]);
});

const sender = { name: '李*', mobile: '138****0000', province: '浙江省', city: '杭州市', detailAddress: '***' };
const line = { orderLineNo: '1', ownerCode: 'OWN01', itemCode: 'SKU-RED-M', inventoryType: 'ZP', planQty: '2' };
const returnOrder = {
  returnOrderCode: code,
  warehouseCode: 'WH-HZ-01',
  orderType: 'THRK',
  preDeliveryOrderCode: '4950000000000000002',
  logisticsCode: 'SF',
  expressCode: number,
  senderInfo: sender,
};
const order = { returnOrder, orderLines: { orderLine: [line] } };

interface Call {
  readonly method?: string;
  readonly content?: Xml;
  readonly secret?: string;
  readonly customerId?: string;
  /** Seconds that the caller's clock is off. */
  readonly off?: number;
}

/** One signed call, right in everything that is not said otherwise. */
async function call({ method = 'returnorder.create', content = order, off = 0, ...wrong }: Call = {}) {
  const parameters = {
    app_key: '12345678',
    customerId: wrong.customerId ?? 'c-wh-01',
    format: 'xml',
    method: `taobao.qimen.${method}`,
    sign_method: 'md5',
    timestamp: chinaClockText(Date.now() + off * 1000),
    v: '2.0',
  };
  const body = writeXml('request', content);
  const query = new URLSearchParams({ ...parameters, sign: signQimen(wrong.secret ?? secret, parameters, body) });
  const url = `http://127.0.0.1:${wms.port}/router/qimen/service?${query}`;
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/xml;charset=utf-8' }, body });
  const text = await response.text();
  return { status: response.status, ...(response.ok && { answer: readXml(text) }) };
}

const cancel = (orderCode = code) =>
  call({ method: 'order.cancel', content: { warehouseCode: 'WH-HZ-01', orderCode, orderType: 'THRK' } });

describe('a Qimen WMS', () => {
  it('takes an order, and gives it a number of its own', async () => {
    expect(await call()).toMatchObject({ answer: { flag: 'success', returnOrderId: 'W-RT-test-1' } });
    expect(wms.live()).toMatchObject([
      { orderCode: code, trackingNumber: number, lines: [{ itemCode: 'SKU-RED-M', quantity: 2 }] },
    ]);
    expect(wms.takenAt(number)).toBeGreaterThanOrEqual(Date.parse('2026-03-01T00:00:00Z'));
  });

  it('takes the same order twice as one', async () => {
    await call();

    expect(await call()).toMatchObject({ answer: { flag: 'success', returnOrderId: 'W-RT-test-1' } });
    expect([wms.live().length, wms.createsOf(code), wms.conflicts()]).toEqual([1, 2, []]);
  });

  it('refuses another order under the same code, and counts it as a conflict', async () => {
    await call();
    const content = { ...order, orderLines: { orderLine: [{ ...line, planQty: '3' }] } };

    expect(await call({ content })).toMatchObject({ answer: { flag: 'failure', code: 'order-exists' } });
    expect(wms.conflicts()).toEqual([code]);
  });

  it('forgets a cancelled order, once and for all', async () => {
    await call();
    expect(await cancel()).toMatchObject({ answer: { flag: 'success' } });
    expect(await call()).toMatchObject({ answer: { code: 'order-cancelled' } });

    expect(wms.live()).toEqual([]);
    expect(wms.toldOf(number).map((each) => [each.call, each.outcome])).toEqual([
      ['create', 'created'],
      ['cancel', 'cancelled'],
      ['create', 'late'],
    ]);
  });

  it('does not know an order that it was never told', async () => {
    expect(await cancel()).toMatchObject({ answer: { flag: 'failure', code: 'order-not-exist' } });
  });

  it.each([
    ['another secret', { secret: 'no secret' }, 'sign-check-failure'],
    ['another customer', { customerId: 'c-wh-09' }, 'invalid-customer'],
    ['an old call', { off: -700 }, 'invalid-timestamp'],
    ['an API that it does not have', { method: 'stockout.create' }, 'invalid-method'],
  ])('refuses %s', async (_, wrong, failure) => {
    expect(await call(wrong)).toMatchObject({ status: 200, answer: { flag: 'failure', code: failure } });
    expect([wms.counts.calls.refused, wms.live()]).toEqual([1, []]);
  });

  it.each([
    [
      'returnOrder/preDeliveryOrderCode',
      { ...order, returnOrder: { ...returnOrder, preDeliveryOrderCode: undefined } },
    ],
    [
      'returnOrder/senderInfo/mobile',
      { ...order, returnOrder: { ...returnOrder, senderInfo: { ...sender, mobile: '' } } },
    ],
    ['orderLines/orderLine', { returnOrder }],
    ['orderLines/orderLine/itemCode', { returnOrder, orderLines: { orderLine: [{ ...line, itemCode: '' }] } }],
  ])('names a field that is required and absent: %s', async (path, content) => {
    expect(await call({ content })).toMatchObject({ answer: { code: 'missing-field', message: path } });
  });

  it('refuses what is for another warehouse, or of another owner', async () => {
    const elsewhere = { ...order, returnOrder: { ...returnOrder, warehouseCode: 'WH-GZ-01' } };
    const foreign = { ...order, orderLines: { orderLine: [{ ...line, ownerCode: 'OWN02' }] } };

    expect(await call({ content: elsewhere })).toMatchObject({ answer: { code: 'invalid-warehouse' } });
    expect(await call({ content: foreign })).toMatchObject({ answer: { code: 'invalid-owner' } });
  });
});

describe('a Qimen WMS that goes wrong', () => {
  it.each([
    ['fail-500-after-effect', 1],
    ['fail-500-before-effect', 0],
  ] as const)('answers 500: %s', async (kind, live) => {
    wms.behaveNext({ kind });

    expect((await call()).status).toBe(500);
    expect(wms.live()).toHaveLength(live);
  });

  it('is silent for a while, and then does it', async () => {
    wms.behaveNext({ kind: 'hang', ms: 30 });
    const calling = call();

    expect(wms.live()).toEqual([]);
    expect(await calling).toMatchObject({ answer: { flag: 'success' } });
    expect(wms.live()).toHaveLength(1);
  });

  it('does it when nobody waits for the answer any more', async () => {
    wms.behaveNext({ kind: 'hang-then-done', ms: 30 });

    await expect(call()).rejects.toThrow();
    await wms.settled();
    expect(wms.live()).toHaveLength(1);
  });

  it('does it, and answers late', async () => {
    wms.behaveNext({ kind: 'answer-late', ms: 30 });

    expect(await call()).toMatchObject({ answer: { flag: 'success' } });
    expect(wms.live()).toHaveLength(1);
  });

  it('breaks the connection, and does nothing', async () => {
    wms.behaveNext({ kind: 'hang-up' });

    await expect(call()).rejects.toThrow();
    expect(wms.live()).toEqual([]);
  });

  it('goes wrong at the calls about one parcel, the cancellation among them, and at no others', async () => {
    wms.behaveFor(number, { kind: 'fail-500-after-effect' });
    wms.behaveFor(number, { kind: 'fail-500-before-effect' });

    expect((await cancel('BH1')).status).toBe(200);
    expect([(await call()).status, (await cancel()).status, (await cancel()).status]).toEqual([500, 500, 200]);
    expect(wms.toldOf(number).map(({ outcome }) => outcome)).toEqual(['created', 'cancelled']);
  });

  it('goes wrong at random, as often as it was told', async () => {
    wms.behaveAtRandom(0.5, [{ kind: 'fail-500-before-effect' }]);
    const statuses = await Promise.all(Array.from({ length: 40 }, () => cancel('BH1')));

    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200, 500]));
  });

  it('never does what it was still to do when it is closed', async () => {
    wms.behaveNext({ kind: 'hang', ms: 60_000 });
    const calling = call().catch(() => 'broken');
    await expect.poll(() => wms.counts.calls.asked).toBe(1);
    await wms.close();

    expect(await calling).toBe('broken');
    expect(wms.live()).toEqual([]);
  });

  it('refuses nothing that the real connector sends it', async () => {
    const address = { name: 'W', phone: '0571-00000000', country: 'CN', region: '浙江省', city: '杭州市', line: '1' };
    const qimen = {
      ...agreement,
      baseUrl: `http://127.0.0.1:${wms.port}/router/qimen/service`,
      version: '2.0',
      methodPrefix: 'taobao.qimen.',
      preDeliveryOrderCode: 'order',
    };
    const advice = {
      announcementId: 'doudian:4400123:7100000000000000001/0f3a9c5d2b71',
      warehouseId: 'hangzhou',
      trackingNumber: number,
      carrier: 'SF',
      caseId: '7100000000000000001',
      shop: '4400123',
      orderId: '4950000000000000002',
      lines: [{ sku: 'SKU-RED-M', quantity: 2 }],
      check: ['quantity'],
      returnAddress: address,
    };
    const warehouse = { id: 'hangzhou', connector: 'qimen', ownerCode: 'OWN01', address, carrierCodes: {}, qimen };
    const asked = { warehouse: warehouse as unknown as Warehouse, secret, orderCode: code, advice, now: new Date() };
    const connector = createQimenConnector({ allowLoopback: true });

    expect(await connector.create(asked)).toEqual({ kind: 'accepted', orderId: 'W-RT-test-1' });
    expect(await connector.cancel(asked)).toEqual({ kind: 'accepted' });
    expect(wms.toldOf(number).map(({ outcome }) => outcome)).toEqual(['created', 'cancelled']);
  });
});

const channel = {
  source: 'qimen',
  channel: 'wms-hangzhou',
  role: 'warehouse',
  shops: [],
  warehouse: 'hangzhou',
} as const;

/** What the real receiver says to a report, and what the real observer makes of it. */
function take({ headers, query, body }: Asked) {
  const lower = Object.fromEntries([...query].map(([name, value]) => [name.toLowerCase(), value]));
  const request = { method: 'POST', headers, query: lower, rawQuery: query.toString(), rawBody: body };
  const kept = {
    'content-type': headers['content-type'] ?? '',
    '?method': lower.method ?? '',
    '?customerid': lower.customerid ?? '',
  };
  const delivery = { source: 'qimen', channel: 'wms-hangzhou', id: '1', via: 'webhook', headers: kept, body } as const;
  return {
    verified: qimenReceiver.verify(request, { current: secret }, channel as never, new Date()),
    observed: qimenObserver.observe({ ...delivery, receivedAt: instantOf(clock.now()) }, channel as never, merchant),
  };
}

describe('its reports', () => {
  it.each(['utf-8', 'gbk'] as const)('are genuine and understood in %s', async (charset) => {
    await wms.close();
    wms = await start(charset);
    const lines = [
      { itemCode: 'SKU-RED-M', inventoryType: 'ZP', planQty: 2, actualQty: 1 },
      { itemCode: 'SKU-RED-M', inventoryType: 'CC', planQty: 2, actualQty: 1 },
    ] as const;

    expect(await wms.confirm(code, lines, { expressCode: number })).toEqual({
      status: 200,
      flag: 'success',
      code: '0',
    });
    const [asked] = received;
    const taken = asked && take(asked);
    expect(taken?.verified).toEqual({ ok: true });
    expect(taken?.observed).toMatchObject({ kind: 'sayings' });
    expect(JSON.stringify(taken?.observed)).toContain(code);
  });

  it('tell of parcels at the dock, and of steps of an order', async () => {
    await wms.packageReport([{ expressCode: number, logisticsCode: 'SF' }]);
    await wms.process(code, 'ACCEPT', { expressCode: number });

    expect(received.map((asked) => take(asked).verified)).toEqual([{ ok: true }, { ok: true }]);
    expect(received.map((asked) => take(asked).observed.kind)).toEqual(['sayings', 'sayings']);
  });

  it('split a line into batches', async () => {
    const batches = [
      { inventoryType: 'ZP', actualQty: 1 },
      { inventoryType: 'XS', actualQty: 1 },
    ] as const;
    await wms.confirm(code, [{ itemCode: 'SKU-RED-M', planQty: 2, actualQty: 2, batches }], { expressCode: number });

    expect(received.map((asked) => take(asked).observed.kind)).toEqual(['sayings']);
    expect(received[0]?.body.toString()).toContain('<inventoryType>XS</inventoryType><actualQty>1</actualQty>');
  });

  it('come again, the same, until there is a Qimen answer', async () => {
    answers.push({ status: 503, body: '' }, 'hang-up');
    await wms.packageReport([{ expressCode: number }]);

    expect(new Set(received.map(({ body }) => body.toString())).size).toBe(1);
    expect([received.length, wms.counts.reports]).toEqual([3, { sent: 1, accepted: 1 }]);
  });

  it('do not come again when they are refused', async () => {
    answers.push({ status: 200, body: success.replace('success', 'failure') });

    expect(await wms.packageReport([{ expressCode: number }])).toMatchObject({ flag: 'failure' });
    expect([received.length, wms.counts.reports]).toEqual([1, { sent: 1, accepted: 0 }]);
  });

  it('tell of an order that the merchant’s ERP announced', async () => {
    await wms.takeFromErp({ orderCode: 'ERP-1', trackingNumber: number, lines: [{ itemCode: 'A', quantity: 1 }] });

    expect(wms.live()).toMatchObject([{ orderCode: 'ERP-1' }]);
    expect(received[0]?.query.get('method')).toBe('taobao.qimen.orderprocess.report');
  });
});
