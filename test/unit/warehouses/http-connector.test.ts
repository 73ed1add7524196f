import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CallFailedError, type CallFailure } from '#shared/http/call-failed-error.ts';
import type { PostAnswer, PostRequest } from '#shared/http/guarded-post.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import type { OrderCall } from '#shared/warehouses/connector.ts';
import { createHttpConnector } from '#shared/warehouses/http/connector.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

const secret = 'whsec_cmV0dXJucy1odWItZGVtby1rZXktMDEyMzQ1Njc4OSE=';
const [anyWarehouse] = testMerchant.warehouses;

const advice: PreAdvice = {
  announcementId: 'doudian:4400123:7100000000000000001/0f3a9c5d2b71',
  warehouseId: 'north',
  trackingNumber: 'SF1400000000012',
  carrier: 'SF',
  caseId: '7100000000000000001',
  shop: '4400123',
  kind: 'return',
  orderId: '4950000000000000002',
  outboundOrderId: 'OUT-1',
  lines: [{ sku: 'SKU-RED-M', quantity: 2, title: '连衣裙 红 M' }],
  reason: 'size',
  check: ['quantity', 'condition', 'size'],
  returnAddress: { country: 'CN', region: '北京市', city: '北京市', line: '示例路 3 号' },
};

function callTo(url: string, fields: Partial<OrderCall> = {}): OrderCall {
  return {
    warehouse: { ...anyWarehouse!, id: 'north', connector: 'http', http: { url } },
    secret,
    orderCode: 'BH0F3A9C5D2B71E6A4',
    advice,
    now: new Date(),
    ...fields,
  };
}

const call = (fields: Partial<OrderCall> = {}) => callTo('https://wms.example/returns', fields);

function connectorAnswering(status: number, body: unknown = '') {
  const posted: PostRequest[] = [];
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const post = async (request: PostRequest): Promise<PostAnswer> => {
    posted.push(request);
    return { status, headers: {}, body: Buffer.from(text) };
  };
  return { connector: createHttpConnector({ allowLoopback: false, post }), posted };
}

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/returns`;
}

describe('createHttpConnector', () => {
  it('posts what the WMS has to expect, signed so that the Standard Webhooks library takes it', async () => {
    const { connector, posted } = connectorAnswering(200, { accepted: true });
    const now = new Date();

    await connector.create(call({ now }));

    expect(posted).toHaveLength(1);
    const { url, headers, body, ...limits } = posted[0]!;
    expect(url).toBe('https://wms.example/returns');
    expect(headers['content-type']).toBe('application/json');
    expect(headers['webhook-id']).toBe('BH0F3A9C5D2B71E6A4-create');
    expect(limits).toEqual({ timeoutMs: 8_000, mostBytes: 65_536, allowLoopback: false });
    expect(new Webhook(secret).verify(body as string, headers)).toEqual({
      type: 'return.expected',
      timestamp: now.toISOString(),
      data: {
        orderCode: 'BH0F3A9C5D2B71E6A4',
        announcementId: 'doudian:4400123:7100000000000000001/0f3a9c5d2b71',
        trackingNumber: 'SF1400000000012',
        carrier: 'SF',
        lines: [{ sku: 'SKU-RED-M', quantity: 2, title: '连衣裙 红 M' }],
        orderId: '4950000000000000002',
        outboundOrderId: 'OUT-1',
        kind: 'return',
        reason: 'size',
        check: ['quantity', 'condition', 'size'],
        returnAddress: { country: 'CN', region: '北京市', city: '北京市', line: '示例路 3 号' },
        shop: '4400123',
        caseId: '7100000000000000001',
      },
    });
  });

  it('cancels under another id, with the number that the WMS gave', async () => {
    const { connector, posted } = connectorAnswering(200, { accepted: true });

    await connector.cancel(call({ orderId: 'W-77' }));

    const { headers, body } = posted[0]!;
    expect(headers['webhook-id']).toBe('BH0F3A9C5D2B71E6A4-cancel');
    expect(new Webhook(secret).verify(body as string, headers)).toMatchObject({
      type: 'return.cancelled',
      data: { orderCode: 'BH0F3A9C5D2B71E6A4', warehouseOrderId: 'W-77', trackingNumber: 'SF1400000000012' },
    });
  });

  it('repeats a call under the same id, with the time of the repetition', async () => {
    const { connector, posted } = connectorAnswering(500);

    await connector.create(call({ now: new Date('2026-03-01T00:00:00Z') }));
    await connector.create(call({ now: new Date('2026-03-01T00:10:00.900Z') }));

    expect(posted.map(({ headers }) => headers['webhook-id'])).toEqual([
      'BH0F3A9C5D2B71E6A4-create',
      'BH0F3A9C5D2B71E6A4-create',
    ]);
    expect(posted.map(({ headers }) => headers['webhook-timestamp'])).toEqual(['1772323200', '1772323800']);
  });

  it('sends the second parcel of a case without lines, and leaves out what is not known', async () => {
    const { connector, posted } = connectorAnswering(200, { accepted: true });
    const { carrier, orderId, outboundOrderId, kind, reason, ...rest } = advice;

    await connector.create(call({ advice: { ...rest, lines: [] } }));

    const { data } = JSON.parse(posted[0]!.body as string);
    expect(data.lines).toEqual([]);
    expect(Object.keys(data)).not.toContain('carrier');
  });

  it('sends nothing that is kept of the sender, and nothing that pre-advice may learn to hold', async () => {
    const { connector, posted } = connectorAnswering(200, { accepted: true });
    const more = { ...advice, replaces: [{ trackingNumber: 'SF0' }], buyerName: '张三' };

    await connector.create(call({ advice: more, sender: { name: '张三', phone: '13800138000' } }));

    expect(posted[0]!.body).not.toMatch(/张三|13800138000|replaces|buyerName/);
    expect(JSON.stringify(posted[0]!.headers)).not.toContain(secret.slice(6));
  });

  it.each([
    ['accepted', 200, { accepted: true }, { kind: 'accepted' }],
    ['accepted with its number', 201, { accepted: true, orderId: 'W-77' }, { kind: 'accepted', orderId: 'W-77' }],
    ['accepted with a number that is none', 200, { accepted: true, orderId: { a: 1 } }, { kind: 'accepted' }],
    ['there already', 409, { accepted: true, orderId: 'W-77' }, { kind: 'accepted', orderId: 'W-77' }],
    ['refused with a code', 200, { accepted: false, reason: 'owner_unknown' }, { reason: 'owner_unknown' }],
    ['refused without one', 200, { accepted: false }, { reason: 'no-reason-code' }],
    ['a conflict', 409, { accepted: false, reason: 'other-content' }, { reason: 'answered 409' }],
    ['400', 400, { accepted: true }, { reason: 'answered 400' }],
    ['410', 410, '', { reason: 'answered 410' }],
  ])('takes an answer to create that is %s at its word', async (_what, status, body, expected) => {
    const { connector } = connectorAnswering(status, body);

    expect(await connector.create(call())).toEqual('kind' in expected ? expected : { kind: 'refused', ...expected });
  });

  it('does not know what came of a create that finds no WMS, as where it is being deployed', async () => {
    expect(await connectorAnswering(404).connector.create(call())).toEqual({ kind: 'unknown', reason: 'answered 404' });
  });

  it('takes an order that the WMS does not know for a cancelled one', async () => {
    const { connector } = connectorAnswering(404, { accepted: false, reason: 'unknown-order' });

    expect(await connector.cancel(call())).toEqual({ kind: 'accepted' });
  });

  /** A gateway that has lost its WMS answers 404, too: an order that stood there was taken for cancelled. */
  it.each([
    ['nothing', ''],
    ['a page', '<html>404 page not found</html>'],
    ['JSON of another kind', { error: 'no route' }],
  ])('does not know what came of a cancel that is answered 404 with %s', async (_what, body) => {
    expect(await connectorAnswering(404, body).connector.cancel(call())).toEqual({
      kind: 'unknown',
      reason: 'answered 404',
    });
  });

  it('tells why a WMS does not cancel', async () => {
    const { connector } = connectorAnswering(200, { accepted: false, reason: 'received-already' });

    expect(await connector.cancel(call())).toEqual({ kind: 'refused', reason: 'received-already' });
  });

  it.each([
    ['401, as where only one side changed its secret', 401, ''],
    ['403', 403, ''],
    ['408', 408, { accepted: true }],
    ['425', 425, ''],
    ['429', 429, { accepted: false, reason: 'too-many' }],
    ['500', 500, { accepted: true }],
    ['503', 503, ''],
    ['a redirect', 307, ''],
  ])('does not know what came of %s', async (_what, status, body) => {
    const { connector } = connectorAnswering(status, body);

    expect(await connector.create(call())).toEqual({ kind: 'unknown', reason: `answered ${status}` });
    expect(await connector.cancel(call())).toEqual({ kind: 'unknown', reason: `answered ${status}` });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<html>ok</html>'],
    ['half of it', '{"accepted":tr'],
    ['null', 'null'],
    ['a list', '[true]'],
    ['a text for a flag', '{"accepted":"true"}'],
    ['JSON without the flag', '{"success":true}'],
    ['the flag in a prototype', '{"__proto__":{"accepted":true}}'],
    ['JSON nested 30 000 deep', '['.repeat(30_000)],
  ])('does not know what came of 200 with %s', async (_what, body) => {
    const { connector } = connectorAnswering(200, body);

    const expected = { kind: 'unknown', reason: 'answered 200 without an acknowledgement' };
    expect(await connector.create(call())).toEqual(expected);
  });

  it.each([
    '买家张三不要了',
    'call 13800138000',
    'call-13800138000',
    'a sentence with blanks',
    'x'.repeat(41),
    42,
    null,
  ])('repeats no reason that is not a code: %j', async (reason) => {
    const { connector } = connectorAnswering(200, { accepted: false, reason });

    expect(await connector.create(call())).toEqual({ kind: 'refused', reason: 'no-reason-code' });
  });

  it.each<CallFailure>(['timeout', 'no-connection', 'too-large', 'refused-address'])(
    'does not know what came of a call without a whole answer: %s',
    async (reason) => {
      const post = () => Promise.reject(new CallFailedError(reason));

      const result = await createHttpConnector({ allowLoopback: false, post }).create(call());

      expect(result).toEqual({ kind: 'unknown', reason });
    },
  );

  it.each(['', 'whsec_c2hvcnQ=', 'whpk_vRaFgQF+v3fGEAiKqIE2U1r4H/060J6Yk7UTYItzLeY=', 'no base64 of any kind!'])(
    'throws for a secret that nobody can sign with, without telling it: %j',
    async (unusable) => {
      const { connector, posted } = connectorAnswering(200, { accepted: true });

      const told = await connector.create(call({ secret: unusable })).catch(String);

      expect(told).toMatch(
        /warehouse north is no key: put into the secret of warehouses\/north, as current: whsec_ and/,
      );
      expect(told).not.toContain(unusable === '' ? secret : unusable);
      expect(posted).toEqual([]);
    },
  );
});

describe('createHttpConnector over the network', () => {
  it('reaches a WMS on this machine in a demo', async () => {
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { data } = new Webhook(secret).verify(text, request.headers as Record<string, string>) as {
          data: OrderCall;
        };
        response.end(JSON.stringify({ accepted: true, orderId: `W-${data.orderCode}` }));
      });
    });

    const result = await createHttpConnector({ allowLoopback: true }).create(callTo(url));

    expect(result).toEqual({ kind: 'accepted', orderId: 'W-BH0F3A9C5D2B71E6A4' });
  });

  it('does not follow a redirect to the metadata service (SSRF)', async () => {
    const location = 'http://169.254.169.254/latest/meta-data/iam/security-credentials/';
    const url = await serve((_request, response) => response.writeHead(307, { location }).end());

    const result = await createHttpConnector({ allowLoopback: true }).create(callTo(url));

    expect(result).toEqual({ kind: 'unknown', reason: 'answered 307' });
  });

  it('does not call a private URL outside a demo (SSRF)', async () => {
    const heard = vi.fn();
    const url = await serve((_request, response) => response.end(heard()));

    const result = await createHttpConnector({ allowLoopback: false }).create(callTo(url));

    expect(result).toEqual({ kind: 'unknown', reason: 'refused-address' });
    expect(heard).not.toHaveBeenCalled();
  });

  it('does not read an acknowledgement of more than 64 KiB', async () => {
    const padding = 'x'.repeat(65_536);
    const url = await serve((_request, response) => response.end(JSON.stringify({ accepted: true, padding })));

    const result = await createHttpConnector({ allowLoopback: true }).create(callTo(url));

    expect(result).toEqual({ kind: 'unknown', reason: 'too-large' });
  });
});
