import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { merchant } from '#shared/merchant/bundled.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import { openClients } from '#shared/sources/clients.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { receiverOf } from '#shared/sources/receivers.ts';
import type { StoreClient } from '#shared/sources/store-client.ts';
import { growingRests } from '../../simulators/rests.ts';
import { type ShopifyAdmin, startShopifyAdmin } from '../../simulators/shopify-admin.ts';
import { createShopifyStore, type ShopifyStore } from '../../simulators/shopify-store.ts';
import { type ReceivedWebhook, startReceiver, type TestReceiver } from './test-receiver.ts';

const secret = 'an app secret';
const accessToken = 'a token';
const at = new Date('2026-03-02T01:00:00Z');
const line = { sku: 'SHOE', name: 'Shoe', quantity: 2, price: '10.50', currency: 'CNY', reason: 'size_too_small' };
const channel = merchant.channels.find((each) => each.source === 'shopify');
if (!channel) {
  throw new Error('the demo merchant has no Shopify channel');
}
const shopName = channel.shops[0] ?? '';

let admin: ShopifyAdmin;
let receiver: TestReceiver;
let shop: ShopifyStore;

beforeEach(async () => {
  admin = await startShopifyAdmin({ port: 0, accessToken });
  receiver = await startReceiver();
  shop = createShopifyStore({
    webhooksUrl: receiver.url,
    channel: channel.channel,
    shop: shopName,
    secretOf: async () => await Promise.resolve(secret),
    admin,
    run: 'test',
    restAfter: growingRests({ firstMs: 1, tries: 3 }),
  });
});

afterEach(async () => {
  await Promise.all([admin.close(), receiver.close()]);
});

const client = openClients({ allowLoopback: true })('shopify') as StoreClient;

function asking(token = accessToken) {
  const api = { baseUrl: `http://127.0.0.1:${admin.port}`, version: '2026-07' };
  const credentials = { accessToken: token };
  return { channel: { ...channel, api } as typeof channel & object, shop: shopName, credentials };
}

function ask(caseId: string, token?: string) {
  return client.readCase({ ...asking(token), caseId });
}

function observe({ headers, body }: ReceivedWebhook) {
  const delivery = {
    source: 'shopify',
    channel: 'acme-goods',
    id: '1',
    via: 'webhook',
    receivedAt: instantOf(0),
  } as const;
  return observerOf('shopify')?.observe({ ...delivery, headers, body }, channel as never, merchant);
}

describe('createShopifyStore', () => {
  it('shows exchanges, shipments and the buyer’s money as the real observer reads them', async () => {
    const number = await shop.request({ ...line, paidIn: { currency: 'EUR', price: '1.35' } }, at);
    const shipment = { carrierName: 'UPS', number: '1Z999AA10123456784', deliveredAt: '2026-02-27T09:00:00Z' };
    await shop.put(number, { shipments: [shipment], exchangeLines: 1 }, at);
    await shop.refund(number, at);

    const found = await ask(number);
    const state = found.kind === 'found' ? found.content : '';
    const hintAt = at.toISOString();
    const body = Buffer.from(
      JSON.stringify({ shop: shopName, caseId: number, hintAt, readAt: hintAt, content: state }),
    );
    const delivery = { source: 'shopify', channel: 'acme-goods', id: '1', via: 'read', headers: {} } as const;
    const read = observerOf('shopify')?.observe({ ...delivery, receivedAt: instantOf(0), body }, channel, merchant);
    const posted = receiver.received.map(observe).at(-1);

    const refund = { fact: 'refund', amount: { amount: 270, currency: 'EUR' } };
    expect(posted).toMatchObject({ sayings: [{ facts: [refund] }] });
    expect(read?.kind === 'sayings' ? read.sayings[0]?.facts : read).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          fact: 'details',
          details: expect.objectContaining({ kind: 'exchange', deliveredAt: '2026-02-27T09:00:00.000Z' }),
        }),
        expect.objectContaining({ fact: 'outbound', numbers: [{ number: '1Z999AA10123456784', carrier: 'ups' }] }),
        expect.objectContaining(refund),
      ]),
    );
  });

  it('posts topics that the real receiver takes as genuine', async () => {
    const number = await shop.request(line, at);
    await shop.attach(number, { carrierName: 'UPS', number: '1Z0001' }, at);
    await shop.dispose(number, 'RESTOCKED', at);
    await shop.refund(number, at);

    const verified = receiver.received.map(({ headers, body }) =>
      receiverOf('shopify')?.verify(
        { method: 'POST', headers, query: {}, rawQuery: '', rawBody: body },
        { current: secret },
        channel as never,
        at,
      ),
    );
    expect(verified).toEqual([{ ok: true }, { ok: true }, { ok: true }, { ok: true }]);
  });

  it('posts again what was not taken, as one and the same delivery', async () => {
    receiver.answerNext(500, 1);
    await shop.request(line, at);

    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
    expect(shop.counts).toEqual({ sent: 1, accepted: 1 });
  });

  it('names a return by a number that JavaScript’s own cannot hold', async () => {
    const number = await shop.request(line, at);

    expect(BigInt(number)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    const [first] = receiver.received;
    expect(first && observe(first)).toMatchObject({
      kind: 'notify-only',
      ref: { caseKey: `shopify:${shopName}:${number}` },
    });
  });

  it('tells a refund of all the units', async () => {
    const number = await shop.request(line, at);
    await shop.refund(number, at);

    const told = receiver.received[1];
    expect(told && observe(told)).toMatchObject({
      sayings: [{ facts: [{ fact: 'refund', amount: { amount: 2100, currency: 'CNY' }, outcome: 'done' }] }],
    });
  });
});

/** What the real client reads of a return, as the observer understands it. */
async function read(number: string) {
  const answer = await ask(number);
  const content = 'content' in answer ? answer.content : '';
  const body = Buffer.from(JSON.stringify({ shop: shopName, caseId: number, hintAt: at, readAt: at, content }));
  const delivery = { source: 'shopify', channel: 'acme-goods', id: '1', receivedAt: instantOf(0), headers: {} };
  const observed = observerOf('shopify')?.observe({ ...delivery, via: 'read', body }, channel as never, merchant);
  return { answer, observed };
}

describe('startShopifyAdmin', () => {
  it('answers the query of the real client with a return that its observer understands', async () => {
    const number = await shop.request(line, at);
    await shop.attach(number, { carrierName: 'UPS', number: '1Z0001' }, at);
    const { answer, observed } = await read(number);

    expect(answer.kind).toBe('found');
    expect(observed).toMatchObject({ kind: 'sayings' });
    expect(JSON.stringify(observed)).toContain('1Z0001');
  });

  it.each(['decline', 'cancel'] as const)('shows what became of a return that the shop %ss', async (end) => {
    const number = await shop.request(line, at, '#1077');
    await shop[end](number, at);
    const answer = await ask(number);

    const content = JSON.stringify('content' in answer ? answer.content : '');
    expect(content).toContain({ decline: 'DECLINED', cancel: 'CANCELED' }[end]);
    expect(content).toContain('#1077');
  });

  it('shows a line of another type as the query gets it: as nothing', async () => {
    const number = await shop.request(line, at);
    await shop.putUnverifiedLines(number, 1, at);

    const missing = /^content\.returnLineItems\.nodes\.1\.id: is missing/;
    expect((await read(number)).observed).toMatchObject({ unread: expect.stringMatching(missing) });
    await shop.putUnverifiedLines(number, 0, at);
    expect((await read(number)).observed).not.toHaveProperty('unread');
  });

  it('shows the number that was typed last', async () => {
    const number = await shop.request(line, at);
    await shop.attach(number, { carrierName: 'UPS', number: '1Z0001' }, at);
    await shop.retype(number, { carrierName: 'UPS', number: '1Z0002' }, at);

    const shown = JSON.stringify((await read(number)).observed);
    expect([shown.includes('1Z0002'), shown.includes('1Z0001')]).toEqual([true, false]);
  });

  it('shows a refund that is on its way in part, and settled once that has come, without a webhook', async () => {
    const number = await shop.request(line, at);
    const parts = [
      { status: 'SUCCESS', amount: '15.00' },
      { status: 'PENDING', amount: '6.00' },
    ] as const;
    await shop.refund(number, at, parts);
    const paid = async () => {
      const { answer, observed } = await read(number);
      const facts = observed?.kind === 'sayings' ? (observed.sayings[0]?.facts ?? []) : [];
      const sums = facts.flatMap((each) => (each.fact === 'refund' ? [each.amount.amount] : []));
      return { sums, isUnsettled: 'isUnsettled' in answer };
    };

    expect(await paid()).toEqual({ sums: [1500], isUnsettled: true });
    const { sent } = shop.counts;
    shop.settle(number);
    expect(await paid()).toEqual({ sums: [2100], isUnsettled: false });
    expect(shop.counts.sent).toBe(sent);
  });

  it('lists what changed within a window to the real client, in the order of the changes', async () => {
    const minute = (count: number) => new Date(at.getTime() + count * 60_000);
    const [first, second, third] = [
      await shop.request(line, minute(0)),
      await shop.request(line, minute(1)),
      await shop.request(line, minute(2)),
    ];
    await shop.close(first, minute(3));
    await shop.approve(third, minute(9));

    const window = { from: instantOf(minute(1).getTime()), to: instantOf(minute(9).getTime()) };
    const answer = await client.listChanges({ ...asking(), ...window });

    expect(answer).toMatchObject({
      kind: 'page',
      changes: [{ caseId: second }, { caseId: first, at: minute(3).toISOString(), hookAt: minute(3).toISOString() }],
    });
  });

  it('lists page after page, each change once', async () => {
    const numbers: string[] = [];
    for (let count = 0; count < 30; count += 1) {
      numbers.push(await shop.request(line, new Date(at.getTime() + count * 1000)));
    }

    const window = { ...asking(), from: instantOf(at.getTime()), to: instantOf(at.getTime() + 60_000) };
    const one = await client.listChanges(window);
    const two = await client.listChanges({ ...window, page: ('next' in one && one.next) || 'none' });

    const listed = [one, two].flatMap((page) => ('changes' in page ? page.changes.map(({ caseId }) => caseId) : []));
    expect(listed).toEqual(numbers);
    expect(two).not.toHaveProperty('next');
  });

  it('refuses as many queries as it was told to, each in its own way', async () => {
    const number = await shop.request(line, at);
    admin.refuseNext('throttled');
    admin.refuseNext('down');

    const kinds = [(await ask(number)).kind, (await ask(number)).kind, (await ask(number)).kind];
    expect(kinds).toEqual(['busy', 'busy', 'found']);
  });

  it('knows nothing of other returns, and nobody without its token', async () => {
    expect(await ask('1')).toEqual({ kind: 'missing' });
    await expect(ask('1', 'another token')).rejects.toThrow(/401/);
  });
});
