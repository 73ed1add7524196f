import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiRequest } from '#shared/api/serve.ts';
import { serveRequest } from '#shared/api/serve-request.ts';
import { takeRequest } from '#shared/api/take-request.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Delivery } from '#shared/sources/source.ts';
import { readMerchant } from '../../../infra/merchant.ts';
import { createSimulation, type Simulation, simulatedNow } from '../../memory/simulation.ts';
import { testMerchant } from '../../memory/test-merchant.ts';
import { surroundingsOf } from './surroundings.ts';
import {
  aboutCase,
  aboutParcel,
  approved,
  caseKey,
  delivery,
  recordMore,
  requested,
  shanghai,
  shipped,
} from './whole-return.ts';

const team = { id: 'a-team', oidcGroup: 'a-team', shops: ['test:a'], grades: [], targets: {} };
const merchant: Merchant = {
  ...testMerchant,
  links: { backOffice: { test: 'https://store.example/{caseId}' } },
  teams: [team, { ...team, id: 'both', oidcGroup: 'both', shops: ['test:a', 'test:b'] }],
};
const orphan = 'SF999';

let simulation: Simulation;
let around: ReturnType<typeof surroundingsOf>;
beforeEach(async () => {
  simulation = createSimulation({ merchant });
  around = surroundingsOf(simulation, { merchant, now: () => simulatedNow });
});

async function ask(route: string, more: Partial<ApiRequest> & { readonly json?: unknown } = {}) {
  const { json, ...rest } = more;
  const request: ApiRequest = {
    route,
    path: { key: caseKey },
    query: {},
    claims: { sub: 'ann', groups: ['admin'] },
    ...(json !== undefined && { body: Buffer.from(JSON.stringify(json)) }),
    ...rest,
  };
  const isTaken = route.startsWith('POST') && route !== 'POST /search';
  const { reply } = isTaken ? await takeRequest(around, request) : await serveRequest(around, request);
  const { status, headers, body } = reply;
  return { status, headers, body: body === '' ? undefined : JSON.parse(body) };
}

describe('what was found wrong with a request', () => {
  const wrong = (field: string, detail: string, zh: string, where = 'body') => ({
    in: where,
    field,
    detail,
    'detail-zh-CN': zh,
  });

  it.each<[string, Partial<ApiRequest> & { readonly json?: unknown }, number, object[]]>([
    ['a field that is missing', { json: {} }, 422, [wrong('text', 'is missing', '缺少此项')]],
    ['a field of another kind', { json: { text: 7 } }, 422, [wrong('text', 'must be a text', '须为文本')]],
    [
      'a field that there is not',
      { json: { text: 'SO-1', limit: 5 } },
      422,
      [wrong('limit', 'is no field of this request', '没有此项')],
    ],
    [
      'a text that is too long',
      { json: { text: 'x'.repeat(20_001) } },
      422,
      [wrong('text', 'must have at most 20000 characters or entries', '最多 20000 个')],
    ],
    ['what is no object', { json: [1] }, 422, [wrong('', 'must be an object', '须为对象')]],
  ])('is named: %s', async (_, request, status, errors) => {
    expect(await ask('POST /search', request)).toMatchObject({ status, body: { title: 'Wrong body', errors } });
  });

  it.each([
    ['no body', undefined],
    ['a body that breaks off', Buffer.from('{"text":')],
    ['a body that is no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('is that it is not JSON: %s', async (_, body) => {
    expect(await ask('POST /search', { ...(body && { body }) })).toMatchObject({
      status: 400,
      body: { title: 'Not JSON' },
    });
  });

  it('never holds what was sent', async () => {
    const { body } = await ask('POST /search', { json: { text: 13_800_000_000, 王小明: 1 } });
    expect(JSON.stringify(body)).not.toContain('13800000000');
  });

  it('names the words that a field may have', async () => {
    const { body } = await ask('GET /attention', { query: { view: 'everything' } });
    expect(body.errors).toEqual([
      wrong('view', 'must be one of: all, mine, team, unclaimed', '须为以下之一：all, mine, team, unclaimed', 'query'),
    ]);
  });

  it('names the acts that there are, of a body that is told apart by one field', async () => {
    await recordMore(simulation, requested);
    const { status, body } = await ask('POST /cases/{key}/acts', { json: { act: 'dance', key: 'k1' } });
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'act', detail: expect.stringContaining('claim') })],
    ]);
  });

  it.each([
    ['another method', '$default', '/cases/test%3Aa%3ARMA-1', 405, 'GET'],
    ['a method that only another part of the path knows', '$default', '/cases/x/acts', 405, 'POST'],
    ['an address where nothing is', '$default', '/nothing/here', 404, undefined],
    ['a path that is longer than any', '$default', '/cases/x/acts/1', 404, undefined],
  ])('is the address or the method: %s', async (_, route, address, status, allow) => {
    const answer = await ask(route, { address });
    expect([answer.status, answer.headers.allow]).toEqual([status, allow]);
  });
});

describe('an answer that is polled', () => {
  beforeEach(async () => await recordMore(simulation, requested));
  const polled = async (groups: string[], known?: string) =>
    await ask('GET /cases', { claims: { sub: 'ann', groups }, known });

  it('is 304 with nothing in it while nothing changed, and kept by nobody else', async () => {
    const first = await polled(['a-team']);
    const second = await polled(['a-team'], `"other", W/${first.headers.etag}`);

    expect([second.status, second.body]).toEqual([304, undefined]);
    expect(second.headers).toMatchObject({
      etag: first.headers.etag,
      vary: 'authorization',
      'cache-control': 'private, no-cache',
    });
  });

  it('names the shops in sight that are silent, and is another once one is, or is no more', async () => {
    const read = readMerchant('demo').channels.find(({ source }) => source === 'shopify')!;
    const [shop = ''] = read.shops;
    const seen = { ...team, id: 'seen', oidcGroup: 'seen', shops: [`shopify:${shop}`] };
    const reading = { ...merchant, channels: [...merchant.channels, read], teams: [...merchant.teams, seen] };
    const open = () => surroundingsOf(simulation, { merchant: reading, now: () => simulatedNow });
    around = open();
    const before = await polled(['seen']);
    const since = shanghai('08:00');
    const untold = { count: 3, firstAt: since, lastAt: since };
    const name = `${read.source}/${read.channel}/${shop}`;
    await simulation.table.cursors.writeCursor(name, { until: since, since, untold });

    expect(before.body.silent).toEqual([]);
    expect((await polled(['seen'], before.headers.etag)).status).toBe(304);
    around = open();
    expect(await polled(['seen'], before.headers.etag)).toMatchObject({
      status: 200,
      body: { silent: [{ source: 'shopify', channel: read.channel, shop, since }] },
    });
    expect((await polled(['a-team'])).body.silent).toEqual([]);
  });

  it('is another once something changed', async () => {
    const first = await polled(['a-team']);
    await recordMore(simulation, approved);
    around = surroundingsOf(simulation, { merchant, now: () => simulatedNow });

    expect(await polled(['a-team'], first.headers.etag)).toMatchObject({
      status: 200,
      body: { entries: [{ headline: 'approved' }] },
    });
  });

  it('has another tag for who sees other shops, though both are shown the same', async () => {
    const [one, other] = [await polled(['a-team']), await polled(['both'])];

    expect(other.body.entries).toEqual(one.body.entries);
    expect(other.headers.etag).not.toBe(one.headers.etag);
    expect((await polled(['both'], one.headers.etag)).status).toBe(200);
  });
});

describe('lists', () => {
  beforeEach(async () => {
    await recordMore(
      simulation,
      requested,
      delivery(
        'wms',
        shanghai('10:00', 12),
        aboutParcel(orphan, {
          fact: 'received',
          receiptId: 'R9',
          warehouseId: 'east',
          at: shanghai('10:00', 12),
          lines: [{ sku: 'S1', quantity: 2 }],
        }),
      ),
    );
  });

  it('tell what to do first, in both languages, with the counts of each group', async () => {
    const { body } = await ask('GET /attention', { query: { group: 'unclaimed' } });

    expect(body).toMatchObject({
      total: 1,
      items: [
        { action: 'find-case', actionText: { 'zh-CN': expect.any(String), en: expect.any(String) }, waitsOn: 'team' },
      ],
    });
    expect(body.groups.find(({ group }: { group: string }) => group === 'unclaimed')).toMatchObject({ count: 1 });
  });

  it('go on where the page before ended', async () => {
    const all = await ask('GET /attention');
    const second = await ask('GET /attention', { query: { limit: '1', from: '1' } });

    expect(all.body.total).toBeGreaterThan(1);
    expect(second.body.items).toEqual(all.body.items.slice(1, 2));
  });

  it('tell only what changed after a cursor', async () => {
    const { body } = await ask('GET /cases');
    const later = await ask('GET /cases', { query: { since: body.cursor } });

    expect([body.whole, later.body.whole]).toEqual([true, false]);
  });

  it('name the cases that an unclaimed parcel may belong to, however its number is written', async () => {
    const { body } = await ask('GET /unclaimed/{number}', { path: { number: 'sf999' } });

    expect(body).toMatchObject({
      parcel: { number: orphan },
      candidates: [{ entry: { key: caseKey }, reasons: expect.arrayContaining(['skus']) }],
    });
    expect(await ask('GET /unclaimed/{number}', { path: { number: 'SF998' } })).toMatchObject({ status: 404 });
    expect(await ask('GET /unclaimed/{number}', { path: { number: orphan }, query: { tail: '123' } })).toMatchObject({
      status: 400,
    });
  });

  it('find what was pasted', async () => {
    const { body } = await ask('POST /search', { json: { text: 'SO-1, XX-99999999' } });

    expect(body.terms).toMatchObject([
      { term: 'SO-1', found: [{ by: 'order', entry: { key: caseKey } }] },
      { term: 'XX-99999999', found: [] },
    ]);
  });

  it('hold on a sheet what I have, with its notes, and nothing of another', async () => {
    await ask('POST /cases/{key}/acts', { json: { act: 'claim', key: 'k1' } });
    await ask('POST /cases/{key}/acts', { json: { act: 'note', text: '买家明天寄出', key: 'k2' } });
    around = surroundingsOf(simulation, { merchant, now: () => simulatedNow });

    expect((await ask('GET /shift')).body.open).toMatchObject([
      { record: { caseKey }, notes: [{ text: '买家明天寄出' }] },
    ]);
    expect((await ask('GET /shift', { claims: { sub: 'bo', groups: ['admin'] } })).body.open).toEqual([]);
    expect(await ask('GET /shift', { claims: { groups: ['admin'] } })).toMatchObject({ status: 403 });
  });
});

describe('GET /cases/{key}/deliveries', () => {
  it('names the deliveries that spoke of the case and of its parcels, with what came of each, and nothing of what they say', async () => {
    const late = delivery(
      'shop-a',
      shanghai('18:00'),
      aboutCase({ fact: 'platform-status', status: '王小明', at: shanghai('18:00') }),
    );
    const scan = delivery(
      'carrier',
      shanghai('20:00'),
      aboutParcel('SF123', { fact: 'moved', stage: 'picked-up', at: shanghai('20:00') }),
    );
    await recordMore(simulation, requested, shipped('SF123', shanghai('12:00')), scan, late);

    const { body } = await ask('GET /cases/{key}/deliveries');
    expect(body.deliveries).toMatchObject([
      { channel: 'shop-a', about: { caseKey }, delivery: { outcome: 'applied', via: 'webhook' } },
      { channel: 'shop-a', about: { caseKey } },
      { channel: 'shop-a', receivedAt: shanghai('18:00') },
      { channel: 'carrier', about: { parcel: 'SF123' } },
    ]);
    expect(JSON.stringify(body)).not.toContain('王小明');
  });
});

describe('POST /deliveries/{source}/{channel}/{id}/replay', () => {
  const route = 'POST /deliveries/{source}/{channel}/{id}/replay';
  const ref = { source: 'test', channel: 'shop-a', id: 'd-1' };
  beforeEach(async () => {
    const kept: Delivery = { ...ref, via: 'webhook', receivedAt: simulatedNow, headers: {}, body: Buffer.from('?') };
    await simulation.table.deliveries.keep(kept, { outcome: 'not-understood', reason: 'data: is missing' });
  });

  it('has it read anew, and says what had come of it', async () => {
    expect(await ask(route, { path: ref })).toMatchObject({
      status: 202,
      body: { before: { ...ref, outcome: 'not-understood' } },
    });
    expect(around.replayed).toEqual([{ kind: 'replay', ref }]);
  });

  it('reads nothing anew that nobody sent', async () => {
    expect(await ask(route, { path: { ...ref, id: 'd-2' } })).toMatchObject({
      status: 404,
      body: { title: 'No such delivery' },
    });
    expect(around.replayed).toEqual([]);
  });
});

describe('GET /me', () => {
  it('tells who I am, what I see and what I may ask for', async () => {
    const { body } = await ask('GET /me', { claims: { sub: 'ann', groups: ['a-team'] } });

    expect(body).toMatchObject({
      person: 'ann',
      roles: ['agent'],
      teams: ['a-team'],
      shops: ['test:a'],
      allShops: false,
    });
    expect(body.operations).toContain('listAttention');
    expect(body.operations).not.toContain('listSources');
  });

  it('tells where the stores’ own pages of a case are', async () => {
    const { body } = await ask('GET /me');

    expect(body.backOffice).toEqual({ test: 'https://store.example/{caseId}' });
  });

  it('names all shops of who sees all', async () => {
    expect((await ask('GET /me')).body).toMatchObject({
      allShops: true,
      shops: expect.arrayContaining(['test:a', 'standard:main']),
    });
  });
});
