import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryEntry } from '#shared/api/ports.ts';
import { type Api, serveRequest } from '#shared/api/serve-request.ts';
import type { DeliveryOutcome } from '#shared/recording/ports.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import { deliveryIdOf } from '#shared/sources/delivery-id.ts';
import { createMemoryTable } from '../../memory/memory-table.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

const start = '2026-03-10T09:00:00.000Z' as Instant;
const reason = 'data.at: must be an ISO 8601 time with its zone';
const failed = { outcome: 'not-understood', reason } as const;
const one = 'GET /deliveries/{source}/{channel}/{id}';

let table: ReturnType<typeof createMemoryTable>;
beforeEach(() => {
  table = createMemoryTable({ now: () => addMillis(start, 60_000) });
});

/** As the door keeps what its sender calls `id`. @param minute - After the first one. */
async function came(id: string, outcome: DeliveryOutcome, minute = 0, source = 'standard'): Promise<void> {
  const receivedAt = addMillis(start, minute * 60_000);
  const body = Buffer.from('{"name":"王小明","phone":"13800000000"}');
  const headers = { 'webhook-id': id, 'webhook-signature': 'v1,a-secret' };
  const ref = { source, channel: 'own-store', id: deliveryIdOf(id) };
  await table.deliveries.keep({ ...ref, via: 'webhook', receivedAt, headers, body }, outcome);
}

async function ask(route: string, parts: { readonly path?: object; readonly query?: object } = {}) {
  const api = { deliveryLookup: table.deliveryLookup, merchant: testMerchant } as Api;
  const path = { source: 'standard', channel: 'own-store', ...parts.path };
  const { reply } = await serveRequest(api, { route, path, query: { ...parts.query }, claims: { groups: ['admin'] } });
  return { status: reply.status, text: reply.body, body: JSON.parse(reply.body) };
}

const list = (query: object = {}) => ask('GET /deliveries', { query });
const idsOf = ({ body }: { readonly body: { readonly deliveries: readonly DeliveryEntry[] } }) =>
  body.deliveries.map(({ id }) => id);

describe('GET /deliveries', () => {
  it('C13: shows an admin what was not understood, the oldest first, with its sender and the reason', async () => {
    await came('younger', failed, 2);
    await came('older', failed, 1);
    await came('fine', { outcome: 'applied' });
    await came('waiting', { outcome: 'unmatched', reason: 'wms-order not known yet' });

    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body).toEqual({
      deliveries: [
        {
          source: 'standard',
          channel: 'own-store',
          id: 'older',
          via: 'webhook',
          receivedAt: '2026-03-10T09:01:00.000Z',
          outcome: 'not-understood',
          reason,
        },
        expect.objectContaining({ id: 'younger' }),
      ],
    });
  });

  it('C13: shows what waits for its case', async () => {
    await came('waiting', { outcome: 'unmatched', reason: 'wms-order not known yet' });
    await came('strange', failed);

    const { body } = await list({ outcome: 'unmatched' });
    expect(body.deliveries).toMatchObject([{ id: 'waiting', reason: 'wms-order not known yet' }]);
  });

  it('C13: lets a delivery go from the list once it counts', async () => {
    await came('replayed', failed);
    await came('replayed', { outcome: 'applied' });

    expect((await list()).body).toEqual({ deliveries: [] });
  });

  it('shows nothing of a body, a header or a person', async () => {
    await came('strange', failed);

    expect((await list()).text).not.toMatch(/王小明|13800000000|signature|a-secret|body|headers/);
  });

  it('goes on where the page before ended, and says no more where it was the last', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    for (const [minute, id] of ids.entries()) {
      await came(id, failed, minute);
    }

    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', after: first.body.after });
    const third = await list({ limit: '2', after: second.body.after });
    expect([first, second, third].map(idsOf)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(first.body.after).toMatch(/^[\w-]+$/);
    expect(third.body).not.toHaveProperty('after');
  });

  it('shows those of one source', async () => {
    await came('mine', failed, 0, 'shopify');
    await came('other', failed, 1);

    expect(idsOf(await list({ source: 'shopify' }))).toEqual(['mine']);
  });

  it.each([
    ['an outcome that is listed nowhere', { outcome: 'applied' }, 'must be one of: not-understood, unmatched'],
    ['no number', { limit: 'many' }, 'must be a number'],
    ['a part of one', { limit: '1.5' }, 'must be a whole number'],
    ['none at all', { limit: '0' }, 'must be 1 or more'],
    ['too many', { limit: '101' }, 'must be 100 or less'],
    ['a place that is none', { after: '' }, 'must be what an answer before gave, unchanged'],
    ['a place that somebody made up', { after: 'not/base64url' }, 'must be what an answer before gave, unchanged'],
    [
      'a place beyond all bounds',
      { after: Buffer.from('9'.repeat(1025)).toString('base64url') },
      'must be what an answer before gave, unchanged',
    ],
    ['by what is no field', { outcom: 'unmatched' }, 'is no field of this request'],
  ])('refuses to list %s, and names the field', async (_, query, detail) => {
    const error = {
      in: 'query',
      field: Object.keys(query)[0],
      detail,
      'detail-zh-CN': expect.stringMatching(/[一-龥]/),
    };
    expect(await list(query)).toMatchObject({ status: 400, body: { title: 'Wrong query', errors: [error] } });
  });
});

describe('GET /deliveries/{source}/{channel}/{id}', () => {
  const find = (id: string, path: object = {}) => ask(one, { path: { id, ...path } });

  it('D9: finds a delivery by its sender’s own id, and says what came of it', async () => {
    await came('msg_2x', failed);

    expect(await find('msg_2x')).toMatchObject({
      status: 200,
      body: { id: 'msg_2x', outcome: 'not-understood', reason },
    });
  });

  it.each(['订单/1', 'a b', 'x/y?z#1', '50%25', 'x'.repeat(200)])(
    'D9: finds %j, which is kept under a hash, however often it is encoded',
    async (id) => {
      await came(id, { outcome: 'applied' });

      const kept = `sha256-${createHash('sha256').update(id).digest('hex')}`;
      let part = id;
      for (let times = 0; times <= 3; times += 1) {
        expect(await find(part), `encoded ${times} times`).toMatchObject({ status: 200, body: { id: kept } });
        part = encodeURIComponent(part);
      }
      expect(await find(kept)).toMatchObject({ status: 200, body: { id: kept } });
    },
  );

  it('shows nothing of a body, a header or a person', async () => {
    await came('msg_2x', failed);

    expect((await find('msg_2x')).text).not.toMatch(/王小明|13800000000|signature|a-secret|body|headers/);
  });

  it.each([
    ['an id that nobody sent', 'msg_3', {}],
    ['no id', '', {}],
    ['an id that is no text in UTF-8', '%ZZ\u0000', {}],
    ['another channel', 'msg_2x', { channel: 'wms-east' }],
    ['a channel that is no name of one', 'msg_2x', { channel: 'x'.repeat(3000) }],
    ['a source that names a part of a key', 'own-store#msg_2x', { source: 'standard#own-store' }],
  ])('answers %s with 404 in both languages', async (_, id, path) => {
    await came('msg_2x', failed);

    const { status, body } = await find(id, path);
    expect(status).toBe(404);
    expect(body).toMatchObject({ title: 'No such delivery', 'title-zh-CN': '没有这条消息' });
  });
});
