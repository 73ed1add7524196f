import { describe, expect, it } from 'vitest';
import { startHttpWms } from '../../simulators/http-wms.ts';
import { createSubscriptions } from '../../simulators/kuaidi100-subscriptions.ts';
import { createOrderBook } from '../../simulators/order-book.ts';
import { performQimenCall } from '../../simulators/qimen-service.ts';
import { signStandard } from '../../simulators/sign.ts';

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

describe('performQimenCall', () => {
  it('keeps the original order and the carrier of an order', () => {
    const book = createOrderBook(() => 0, 'W');
    const returnOrder = { returnOrderCode: 'O1', preDeliveryOrderCode: '69', logisticsCode: 'YTO', expressCode: 'YT1' };
    performQimenCall({ method: 'returnorder.create', content: { returnOrder } }, book);

    expect(book.order('O1')).toMatchObject({ trackingNumber: 'YT1', originalOrder: '69', carrier: 'YTO' });
  });
});

describe('startHttpWms', () => {
  it('keeps the original order and the carrier of an order', async () => {
    const wms = await startHttpWms({ port: 0, secret });
    const data = { orderCode: 'O1', trackingNumber: 'YT1', orderId: '69', carrier: 'yto', lines: [] };
    const body = Buffer.from(JSON.stringify({ type: 'return.expected', data }));
    const headers = signStandard(secret, { id: 'one', timestamp: Math.floor(Date.now() / 1000), body });
    await fetch(`http://127.0.0.1:${wms.port}/returns`, { method: 'POST', headers, body });
    await wms.close();

    expect(wms.order('O1')).toMatchObject({ originalOrder: '69', carrier: 'yto' });
  });
});

describe('createSubscriptions', () => {
  it('counts how often it was asked to follow a number, repetitions included', () => {
    const subscriptions = createSubscriptions({ now: () => 0 }, 'a key');
    const ask = (number: string) => {
      const parameters = { callbackurl: 'http://127.0.0.1/feed', salt: 'a salt' };
      const param = JSON.stringify({ company: 'yuantong', number, key: 'a key', parameters });
      const body = Buffer.from(new URLSearchParams({ schema: 'json', param }).toString());
      subscriptions.take({ method: 'POST', path: '/poll', query: new URLSearchParams(), headers: {}, body });
    };
    ask('YT1');
    ask('YT1');
    ask('YT2');

    expect(['YT1', 'YT2', 'YT3'].map(subscriptions.asksOf)).toEqual([2, 1, 0]);
  });
});
