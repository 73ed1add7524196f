import { describe, expect, it } from 'vitest';
import { openDeliveryLog } from '../../../tools/demo/welcome/delivery-log.ts';
import { signShopify, signStandard } from '../../simulators/sign.ts';

const url = 'http://localhost/webhooks';
const body = Buffer.from('{}');
const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const standard = {
  url: `${url}/standard/own-store`,
  headers: signStandard(secret, { id: 'msg_1', timestamp: 1, body }),
  body,
  timeoutMs: 1,
};
const shopify = {
  url: `${url}/shopify/acme-goods`,
  headers: signShopify('secret', body, { topic: 'returns/request', shop: 'acme', webhookId: 'w-1' }),
  body,
  timeoutMs: 1,
};
const qimen = {
  url: `${url}/qimen/wms-hangzhou?method=taobao.qimen.returnorder.confirm&customerId=c-wh-01`,
  headers: {},
  body: Buffer.from('<request><orderCode>RT1</orderCode><outBizCode>B1</outBizCode></request>'),
  timeoutMs: 1,
};

const answering = (status: number) => openDeliveryLog(url, async () => await Promise.resolve({ status, body: 'no' }));

describe('openDeliveryLog', () => {
  it('knows under which id Backhaul keeps what it accepted, whoever sent it', async () => {
    const log = answering(200);
    for (const posting of [standard, shopify, qimen]) {
      await log.post(posting);
    }

    expect(log.accepted()).toEqual([
      { source: 'standard', channel: 'own-store', id: 'msg_1' },
      { source: 'shopify', channel: 'acme-goods', id: 'w-1' },
      { source: 'qimen', channel: 'wms-hangzhou', id: 'qimen:c-wh-01:returnorder.confirm:RT1:B1' },
    ]);
  });

  it('counts what is posted again once, and what was not accepted not at all', async () => {
    const [accepting, busy] = [answering(202), answering(503)];
    await accepting.post(standard);
    await accepting.post(standard);
    await busy.post(standard);

    expect(accepting.accepted()).toHaveLength(1);
    expect(busy.accepted()).toEqual([]);
  });

  it.each([401, 413, 415])('tells of a refusal by %i, which no repetition mends', async (status) => {
    const log = answering(status);
    await log.post(standard);

    await expect(log.refused).rejects.toThrow(`/standard/own-store was answered ${status} no`);
  });

  it.each([408, 429, 500, 503])('passes on %i, for its sender to try again', async (status) => {
    const log = answering(status);
    const answer = await log.post(standard);
    const heard = await Promise.race([log.refused.catch(() => 'refused'), Promise.resolve('nothing')]);

    expect(answer.status).toBe(status);
    expect(heard).toBe('nothing');
  });
});
