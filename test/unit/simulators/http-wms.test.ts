import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Warehouse } from '#shared/merchant/merchant.ts';
import { createHttpConnector } from '#shared/warehouses/http/connector.ts';
import { type HttpWms, startHttpWms } from '../../simulators/http-wms.ts';
import { signStandard } from '../../simulators/sign.ts';

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const orderCode = 'BH0F3A9C5D2B71E6A4';
const trackingNumber = 'SF1400000000012';
const data = { orderCode, trackingNumber, lines: [{ sku: 'SKU-RED-M', quantity: 1 }] };

let wms: HttpWms;

beforeEach(async () => {
  wms = await startHttpWms({ port: 0, secret });
});

afterEach(async () => await wms.close());

interface Post {
  readonly type?: string;
  readonly data?: unknown;
  readonly secret?: string;
  /** Seconds that the sender's clock is off. */
  readonly off?: number;
}

async function post(what: Post = {}) {
  const { type = 'return.expected', data: told = data, secret: ours = secret, off = 0 } = what;
  const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data: told });
  const timestamp = Math.floor(Date.now() / 1000) + off;
  const headers = signStandard(ours, { id: `${orderCode}-create`, timestamp, body });
  const response = await fetch(`http://127.0.0.1:${wms.port}/returns`, { method: 'POST', headers, body });
  return { status: response.status, said: JSON.parse((await response.text()) || '{}') };
}

describe('startHttpWms', () => {
  it('takes an order, and gives it a number of its own', async () => {
    expect(await post()).toEqual({ status: 200, said: { accepted: true, orderId: 'N-1' } });
    expect(wms.live()).toMatchObject([{ orderCode, trackingNumber, lines: [{ itemCode: 'SKU-RED-M', quantity: 1 }] }]);
  });

  it('answers the second time as the first', async () => {
    const answers = [await post(), await post()];

    expect(answers[1]).toEqual(answers[0]);
    expect([wms.live().length, wms.createsOf(orderCode), wms.conflicts()]).toEqual([1, 2, []]);
  });

  it('refuses another order under the same code, and counts it as a conflict', async () => {
    await post();

    expect(await post({ data: { ...data, trackingNumber: 'SF2' } })).toMatchObject({
      status: 409,
      said: { accepted: false },
    });
    expect(wms.conflicts()).toEqual([orderCode]);
  });

  it('forgets a cancelled order, and does not know one that it was never told', async () => {
    expect((await post({ type: 'return.cancelled' })).status).toBe(404);
    await post();
    expect((await post({ type: 'return.cancelled' })).said).toMatchObject({ accepted: true });

    expect(wms.live()).toEqual([]);
  });

  it.each([
    ['another secret', { secret: `whsec_${Buffer.alloc(32, 2).toString('base64')}` }, 401],
    ['an old post', { off: -400 }, 401],
    ['a type that it does not know', { type: 'return.closed' }, 400],
    ['an order without a number', { data: { orderCode } }, 400],
  ])('refuses %s', async (_, wrong, status) => {
    expect((await post(wrong)).status).toBe(status);
    expect([wms.counts, wms.live()]).toMatchObject([{ asked: 1, refused: 1 }, []]);
  });

  it('does not take an order when it was told not to', async () => {
    wms.refuseNext('owner-unknown');

    expect((await post()).said).toEqual({ accepted: false, reason: 'owner-unknown' });
    expect(wms.live()).toEqual([]);
  });

  it('does it and answers 500', async () => {
    wms.behaveNext({ kind: 'fail-500-after-effect' });

    await expect(post()).rejects.toThrow();
    expect(wms.live()).toHaveLength(1);
  });

  it('refuses nothing that the real connector sends it', async () => {
    const returnAddress = { country: 'CN', region: '北京市', city: '北京市', line: '示例路 3 号' };
    const http = { url: `http://127.0.0.1:${wms.port}/returns` };
    const advice = {
      announcementId: 'doudian:4400123:7100000000000000001/0f3a9c5d2b71',
      warehouseId: 'north',
      trackingNumber,
      caseId: '7100000000000000001',
      shop: '4400123',
      lines: [{ sku: 'SKU-RED-M', quantity: 1 }],
      check: ['quantity'],
      returnAddress,
    };
    const warehouse = { id: 'north', connector: 'http', http } as unknown as Warehouse;
    const asked = { warehouse, secret, orderCode, advice, now: new Date() };
    const connector = createHttpConnector({ allowLoopback: true });

    expect(await connector.create(asked)).toEqual({ kind: 'accepted', orderId: 'N-1' });
    expect(await connector.cancel({ ...asked, orderId: 'N-1' })).toMatchObject({ kind: 'accepted' });
    expect(wms.toldOf(trackingNumber).map(({ call, outcome }) => [call, outcome])).toEqual([
      ['create', 'created'],
      ['cancel', 'cancelled'],
    ]);
  });
});
