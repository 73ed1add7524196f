import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CallFailedError } from '#shared/http/call-failed-error.ts';
import type { Post, PostAnswer, PostRequest } from '#shared/http/guarded-post.ts';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import { readXml } from '#shared/sources/qimen/read-xml.ts';
import type { CallResult, OrderCall } from '#shared/warehouses/connector.ts';
import { createQimenConnector } from '#shared/warehouses/qimen/connector.ts';
import { returnOrderCreate } from '#shared/warehouses/qimen/return-order-create.ts';
import { signedUrl } from '#shared/warehouses/qimen/signed-url.ts';
import { fixture, merchant } from '../../contract/source-vectors.ts';

const secret = 'qimen-test-secret';
const now = new Date('2024-05-06T12:00:00+08:00');
const hangzhou = merchant.warehouses.find((each) => each.id === 'hangzhou') ?? ('' as never);
const qimen = hangzhou.qimen ?? ('' as never);

const advice: PreAdvice = {
  announcementId: 'doudian:4400123:C1/0123456789ab',
  warehouseId: 'hangzhou',
  trackingNumber: 'SF1234567890123',
  carrier: 'SF',
  caseId: 'C1',
  shop: '4400123',
  kind: 'return',
  orderId: 'SO20240420001',
  lines: [{ sku: 'SKU-RED-M', quantity: 2, title: 'Red dress' }],
  reason: 'quality-defect',
  check: ['quantity', 'condition'],
  returnAddress: { country: 'CN', region: '浙江省', city: '杭州市', line: '示例路 3 号' },
};

const orderCall = (more: Partial<OrderCall> = {}): OrderCall => ({
  warehouse: hangzhou,
  secret,
  orderCode: 'BH0123456789ABCDEF',
  advice,
  now,
  ...more,
});

const answerOf = (inner: string, status = 200): PostAnswer => ({
  status,
  headers: { 'content-type': 'text/xml;charset=utf-8' },
  body: Buffer.from(`<?xml version="1.0" encoding="utf-8"?><response>${inner}</response>`),
});
const success = '<flag>success</flag><code>0</code><message>ok</message>';
const failure = (code: string, message: string): string =>
  `<flag>failure</flag><code>${code}</code><message>${message}</message>`;

function connectorAnswering(answer: PostAnswer | Error) {
  const requests: PostRequest[] = [];
  const post: Post = (request) => {
    requests.push(request);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const connector = createQimenConnector({ allowLoopback: true, post });
  return { connector, requests, params: () => new URL(requests[0]?.url ?? 'http://none').searchParams };
}

const resultOf = (
  answer: PostAnswer | Error,
  verb: 'create' | 'cancel' = 'create',
  more: Partial<OrderCall> = {},
): Promise<CallResult> => connectorAnswering(answer).connector[verb](orderCall(more));

async function createdXml(call: OrderCall): Promise<unknown> {
  const { connector, requests } = connectorAnswering(answerOf(success));
  await connector.create(call);
  const xml = readXml(Buffer.from(requests[0]?.body ?? ''), '', 'request');
  return xml.ok ? xml.value : xml.reason;
}

describe('vector B of platforms-cn.md, 4', () => {
  const body = returnOrderCreate({
    returnOrderCode: 'RMA202405060001',
    warehouseCode: 'WH-HZ-01',
    orderType: 'THRK',
    preDeliveryOrderCode: 'SO20240420001',
    logisticsCode: 'SF',
    expressCode: 'SF1234567890123',
    returnReason: 'QUALITY_DEFECT',
    senderInfo: {
      name: '张三',
      mobile: '13800000000',
      province: '浙江省',
      city: '杭州市',
      detailAddress: '测试路1号',
    },
    sourcePlatformCode: 'TM',
    ownerCode: 'OWN01',
    lines: [{ itemCode: 'SKU-RED-M', planQty: 2 }],
  });

  it('returnOrderCreate gives its body byte for byte', () => {
    expect(body).toBe(fixture('qimen/returnorder-create').toString());
  });

  it('signedUrl gives its query and signature character for character', () => {
    expect(signedUrl({ qimen, api: 'returnorder.create', body, secret, now })).toBe(
      'http://127.0.0.1:4596/router/qimen/service?app_key=12345678&customerId=c-wh-01&format=xml&method=taobao.qimen.returnorder.create&sign_method=md5&timestamp=2024-05-06+12%3A00%3A00&v=2.0&sign=6D14DB72E09447214D4A7DDF2E1821E4',
    );
  });
});

describe('createQimenConnector', () => {
  it('posts a signed order, bounded in time and size, to the configured address', async () => {
    const { connector, requests, params } = connectorAnswering(
      answerOf(`${success}<returnOrderId>W-RT-88001</returnOrderId>`),
    );

    const result = await connector.create(orderCall());

    expect(result).toEqual({ kind: 'accepted', orderId: 'W-RT-88001' });
    expect(requests[0]).toMatchObject({
      headers: { 'content-type': 'text/xml;charset=utf-8' },
      timeoutMs: 8_000,
      mostBytes: 65_536,
      allowLoopback: true,
    });
    expect(requests[0]?.url.startsWith(`${qimen.baseUrl}?`)).toBe(true);
    expect(params().get('method')).toBe('taobao.qimen.returnorder.create');
    const signed = [...params()].filter(([name]) => name !== 'sign').sort(([a], [b]) => (a < b ? -1 : 1));
    const text = `${secret}${signed.flat().join('')}${requests[0]?.body}${secret}`;
    expect(params().get('sign')).toBe(createHash('md5').update(text).digest('hex').toUpperCase());
  });

  it('tells everything that Qimen requires, in its own words', async () => {
    expect(await createdXml(orderCall())).toEqual({
      returnOrder: {
        returnOrderCode: 'BH0123456789ABCDEF',
        warehouseCode: 'WH-HZ-01',
        orderType: 'THRK',
        preDeliveryOrderCode: 'SO20240420001',
        logisticsCode: 'SF',
        expressCode: 'SF1234567890123',
        returnReason: 'quality-defect',
        senderInfo: {
          name: '退货寄件人',
          mobile: '00000000000',
          province: '浙江省',
          city: '杭州市',
          detailAddress: '***',
        },
        sourcePlatformCode: 'OTHERS',
      },
      orderLines: {
        orderLine: { orderLineNo: '1', ownerCode: 'OWN01', itemCode: 'SKU-RED-M', inventoryType: 'ZP', planQty: '2' },
      },
    });
  });

  it('tells the sender with names and numbers masked', async () => {
    const sender = {
      senderName: '张三丰',
      senderPhone: '+86 138-9876-5678',
      note: 'ring twice',
      evidence: ['https://a'],
    };

    const told = await createdXml(orderCall({ sender }));

    expect(told).toMatchObject({
      returnOrder: { senderInfo: { name: '张*', mobile: '138****5678', detailAddress: '***' } },
    });
    expect(JSON.stringify(told)).not.toMatch(/三丰|9876|ring|https/);
  });

  it.each([
    ['what is masked already', { senderName: '张**', senderPhone: '138****5678' }, '张*', '138****5678'],
    ['what is encrypted', { senderName: '#a1b2#1##', senderPhone: '$x$y$' }, '退货寄件人', '00000000000'],
    ['the end of a number alone', { phoneTail: '5678' }, '退货寄件人', '*******5678'],
    ['a number that is no mobile', { senderPhone: '0571-88888888' }, '退货寄件人', '00000000000'],
  ])('tells of %s no more than it may', async (_name, sender, name, mobile) => {
    expect(await createdXml(orderCall({ sender }))).toMatchObject({ returnOrder: { senderInfo: { name, mobile } } });
  });

  it.each([
    ['an exchange', { kind: 'exchange' }, { orderType: 'HHRK' }],
    ['a case of Tmall', { announcementId: 'tmall:s:1/a' }, { sourcePlatformCode: 'TM' }],
    [
      'a carrier without a code at the warehouse',
      { carrier: 'OTHER' },
      { logisticsCode: 'OTHER', logisticsName: 'jt' },
    ],
  ])('tells %s', async (_name, change, told) => {
    const changed = { ...advice, ...change } as PreAdvice;

    expect(await createdXml(orderCall({ advice: changed }))).toMatchObject({ returnOrder: told });
  });

  it('names the outbound order where the warehouse knows returns by it', async () => {
    const warehouse: Warehouse = { ...hangzhou, qimen: { ...qimen, preDeliveryOrderCode: 'outbound-order' } };

    expect(await createdXml(orderCall({ warehouse, advice: { ...advice, outboundOrderId: 'OUT-1' } }))).toMatchObject({
      returnOrder: { preDeliveryOrderCode: 'OUT-1' },
    });
  });

  it('escapes what a store wrote, and leaves out what no XML may hold', async () => {
    const reason = `<x a="1">&amp;'\u0000\u000b\ud800`;
    const { connector, requests } = connectorAnswering(answerOf(success));

    await connector.create(orderCall({ advice: { ...advice, reason } }));

    expect(String(requests[0]?.body)).toContain(
      '<returnReason>&lt;x a=&quot;1&quot;&gt;&amp;amp;&apos;</returnReason>',
    );
  });

  it('says the same bytes again when a call is repeated', async () => {
    const { connector, requests } = connectorAnswering(new CallFailedError('timeout'));

    await connector.create(orderCall());
    await connector.create(orderCall({ now: new Date(now.getTime() + 60_000) }));

    expect(requests[1]?.body).toBe(requests[0]?.body);
    expect(requests[1]?.url).not.toBe(requests[0]?.url);
  });

  it.each([
    ['the original order', { orderId: undefined }, 'orderId'],
    ['a carrier', { carrier: undefined }, 'carrier'],
    ['a line', { lines: [] }, 'lines'],
  ])('refuses an announcement without %s, and calls nobody', async (_name, change, missing) => {
    const { connector, requests } = connectorAnswering(answerOf(success));

    const result = await connector.create(orderCall({ advice: { ...advice, ...change } as PreAdvice }));

    expect(result).toEqual({ kind: 'refused', reason: `not called: ${missing} missing` });
    expect(requests).toEqual([]);
  });

  it('refuses a warehouse that is not configured for Qimen', async () => {
    const { qimen: _qimen, ...warehouse } = hangzhou;
    const { ownerCode: _owner, ...ownerless } = hangzhou;

    expect(await connectorAnswering(answerOf(success)).connector.create(orderCall({ warehouse }))).toMatchObject({
      kind: 'refused',
    });
    expect(await connectorAnswering(answerOf(success)).connector.cancel(orderCall({ warehouse }))).toMatchObject({
      kind: 'refused',
    });
    expect(await connectorAnswering(answerOf(success)).connector.create(orderCall({ warehouse: ownerless }))).toEqual({
      kind: 'refused',
      reason: 'not called: ownerCode missing',
    });
  });

  it('cancels by our code and by theirs', async () => {
    const { connector, requests, params } = connectorAnswering(answerOf(success));

    const result = await connector.cancel(orderCall({ orderId: 'W-RT-88001' }));

    expect(result).toEqual({ kind: 'accepted' });
    expect(params().get('method')).toBe('taobao.qimen.order.cancel');
    expect(requests[0]?.body).toBe(
      '<?xml version="1.0" encoding="utf-8"?><request><warehouseCode>WH-HZ-01</warehouseCode><ownerCode>OWN01</ownerCode><orderCode>BH0123456789ABCDEF</orderCode><orderId>W-RT-88001</orderId><orderType>THRK</orderType><cancelReason>退货已取消或改寄</cancelReason></request>',
    );
  });

  it.each([
    ['a timeout', new CallFailedError('timeout'), 'no answer: timeout'],
    ['a connection that broke', new CallFailedError('no-connection'), 'no answer: no-connection'],
    ['status 500', answerOf(success, 500), 'answered 500'],
    ['a redirect', answerOf(success, 302), 'answered 302'],
    ['no flag', answerOf('<code>0</code>'), 'the answer has no flag'],
    ['another flag', answerOf('<flag>maybe</flag>'), 'the answer has no flag'],
    ['a document type', { ...answerOf(''), body: Buffer.from('<!DOCTYPE r><response/>') }, /document type/],
    ['half an answer', { ...answerOf(''), body: Buffer.from('<response><flag>success</flag>') }, /not well-formed/],
    [
      'an error of the cloud',
      { ...answerOf(''), body: Buffer.from('<error_response><code>15</code></error_response>') },
      /no <response>/,
    ],
    ['an isp. code', answerOf(failure('isp.top-remote-connection-timeout', 'x')), 'isp.top-remote-connection-timeout'],
    ['a limit', answerOf(failure('accesscontrol.limited-by-api-access-count', 'x')), /limited-by-api-access-count$/],
    ['a refused signature', answerOf(failure('sign-check-failure', 'Illegal request')), 'sign-check-failure'],
    ['a permission that was taken', answerOf(failure('isv.invalid-permission', 'x')), 'isv.invalid-permission'],
    ['a customer that it does not know', answerOf(failure('isv.invalid-customerId', 'x')), 'isv.invalid-customerId'],
    ['an address that it lets in no more', answerOf(failure('S403', 'IP不在白名单')), 'S403'],
    ['a fault of the WMS, and repeats no word of it', answerOf(failure('S001', '系统异常，请联系张三')), 'S001'],
    ['a fault without a code', answerOf(failure('系统', '系统繁忙')), 'no code'],
  ])('does not know what was done after %s', async (_name, answer, reason) => {
    for (const verb of ['create', 'cancel'] as const) {
      expect(await resultOf(answer, verb)).toEqual({
        kind: 'unknown',
        reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
      });
    }
  });

  it.each([
    ['order-exists', 'x'],
    ['order-exists', '创建失败'],
    ['E100', '单据[BH0123456789ABCDEF]已存在'],
    ['E100', '仓库WH-HZ-01:单据BH0123456789ABCDEF已存在'],
    ['E100', '重复的退货单BH0123456789ABCDEF'],
    ['E100', 'BH0123456789ABCDEF already exists'],
  ])('takes a create that failed with %s %s for done: the order is there', async (code, message) => {
    expect(await resultOf(answerOf(failure(code, message)))).toEqual({ kind: 'accepted' });
    expect(await resultOf(answerOf(failure(code, message)), 'cancel')).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['order-not-exist', 'x'],
    ['order-not-found', 'x'],
    ['E404', '单据BH0123456789ABCDEF不存在'],
    ['E404', '未找到订单BH0123456789ABCDEF'],
    ['E405', 'BH0123456789ABCDEF 已取消'],
    ['order-cancelled', 'x'],
  ])('takes a cancel that failed with %s %s for done: there is nothing to forget', async (code, message) => {
    expect(await resultOf(answerOf(failure(code, message)), 'cancel')).toEqual({ kind: 'accepted' });
    expect(await resultOf(answerOf(failure(code, message)))).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['create', '单号重复'],
    ['create', '退货单已存在'],
    ['cancel', '单据不存在'],
    ['cancel', '订单已取消'],
  ] as const)(
    'takes a %s that failed with %s, which names no order, for done only where a call before may have done it',
    async (verb, message) => {
      const answer = answerOf(failure('E1', message));

      expect(await resultOf(answer, verb, { inDoubt: true })).toEqual({ kind: 'accepted' });
      expect(await resultOf(answer, verb)).toEqual({ kind: 'refused', reason: 'E1' });
    },
  );

  /** A sentence with `订单` and `已取消` in it was taken for done, whichever order it was of, and whatever could not be done. */
  it.each([
    ['运单号已存在'],
    ['运单号已存在，退货单BH0123456789ABCDEF'],
    ['单据BH0123456789ABCDEF的运单号已存在'],
    ['单据BH0123456789ABCDEF中商品SKU-RED-M不存在'],
    ['订单货主不存在'],
    ['原订单SO-A已取消'],
    ['原订单SO20240420001已取消'],
    ['原订单SO20240420001不存在，退货单BH0123456789ABCDEF'],
    ['退货单SO20240420001重复'],
    ['退货单BH0123456789ABCDEF已入库，不能取消'],
    ['订单BH0123456789ABCDEF已取消，无法重复创建'],
    ['BH0123456789ABCDEF已存在，不允许修改'],
    ['取消失败，BH0123456789ABCDEF不存在'],
    ['cannot cancel BH0123456789ABCDEF: not found'],
    ['duplicate express code'],
  ])('takes %s for a refusal, of a create and of a cancel', async (message) => {
    for (const verb of ['create', 'cancel'] as const) {
      expect(await resultOf(answerOf(failure('E1', message)), verb)).toMatchObject({ kind: 'refused' });
    }
  });

  it.each(['运单号已存在', '退货单SO20240420001重复', '订单已取消，不能取消', '订单货主不存在'])(
    'takes %s for a refusal though a call before may have done it',
    async (message) => {
      for (const verb of ['create', 'cancel'] as const) {
        expect(await resultOf(answerOf(failure('E1', message)), verb, { inDoubt: true })).toMatchObject({
          kind: 'refused',
        });
      }
    },
  );

  it.each([
    '寄件人张三(手机13800000000)地址浙江省杭州市测试路1号无法识别',
    'sender Zhang San is unknown',
    'tel-13800000000',
    '长'.repeat(500),
  ])('keeps the sentence %s out of a reason, for it may name a person', async (message) => {
    expect(await resultOf(answerOf(failure('E-1 &lt;b&gt;', message)))).toEqual({ kind: 'refused', reason: 'E-1b' });
  });

  it('keeps the name of a field, for whoever has to fill it', async () => {
    const answer = answerOf(failure('missing-field', 'returnOrder/senderInfo/name'));

    expect(await resultOf(answer)).toEqual({ kind: 'refused', reason: 'missing-field: returnOrder/senderInfo/name' });
  });

  it.each([
    '１３８００１３８０００',
    '138.0013.8000',
    '138—0013—8000',
    '(0571) 8888 8888',
    '138****8000',
    '１３８ ００１３／８０００',
  ])('keeps %s out of a reason, however it is written', async (phone) => {
    expect(await resultOf(answerOf(failure(`E${phone}`, phone)))).toEqual({ kind: 'refused', reason: 'E' });
  });

  it('keeps a number that is a code', async () => {
    expect(await resultOf(answerOf(failure('100025', '')))).toEqual({ kind: 'refused', reason: '100025' });
  });

  it('keeps no secret in a reason, and lets a fault of our own out', async () => {
    const fault = new TypeError('ours');

    await expect(resultOf(fault)).rejects.toBe(fault);
    expect(JSON.stringify(await resultOf(new CallFailedError('timeout')))).not.toContain(secret);
  });
});

describe('signedUrl', () => {
  it('signs parameters that the address has of its own', () => {
    const url = new URL(
      signedUrl({
        qimen: { ...qimen, baseUrl: 'https://wms.example/q?tenant=a%20b' },
        api: 'x',
        body: '',
        secret,
        now,
      }),
    );
    const signed = [...url.searchParams]
      .filter(([name]) => name !== 'sign')
      .flat()
      .join('');

    expect(url.searchParams.get('tenant')).toBe('a b');
    expect(url.searchParams.get('sign')).toBe(
      createHash('md5').update(`${secret}${signed}${secret}`).digest('hex').toUpperCase(),
    );
  });
});
