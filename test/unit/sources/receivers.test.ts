import { describe, expect, it } from 'vitest';
import { shopifyReceiver } from '#shared/sources/shopify/receiver.ts';
import type { WebhookRequest } from '#shared/sources/source.ts';
import { standardReceiver } from '#shared/sources/standard/receiver.ts';
import { merchant } from '../../contract/source-vectors.ts';
import { signShopify } from '../../simulators/sign.ts';

function request(headers: Record<string, string>, body = '{"type":"parcel.moved","data":{}}'): WebhookRequest {
  return { method: 'POST', headers, query: {}, rawQuery: '', rawBody: Buffer.from(body) };
}

const shop = 'acme-goods.myshopify.com';
const channel = merchant.channels.find((each) => each.source === 'shopify') ?? ('' as never);
const about = { topic: 'returns/cancel', shop, webhookId: 'w-1', triggeredAt: '2026-01-15T08:00:00Z' };
const body = '{"id":880001}';

function verifyShopify(change: Record<string, string>, secrets = { current: 'app-secret' }): boolean {
  const headers = { ...signShopify('app-secret', body, about), ...change };
  return shopifyReceiver.verify(request(headers, body), secrets, channel, new Date()).ok;
}

describe('standardReceiver.identify', () => {
  it('gives the webhook id as it is, or a hash where it would not fit into a key', () => {
    const idOf = (id: string) => standardReceiver.identify(request({ 'webhook-id': id })).deliveryId;
    expect(idOf('msg_2rK8.demo:1-a')).toBe('msg_2rK8.demo:1-a');
    expect([idOf('a'.repeat(129)), idOf('a/b'), idOf('a#b')].every((id) => /^sha256-[0-9a-f]{64}$/.test(id))).toBe(
      true,
    );
    expect(idOf('a/b')).not.toBe(idOf('a#b'));
  });

  it('tells the type for the log, and nothing that is no type', () => {
    const subjectOf = (text: string) => standardReceiver.identify(request({}, text)).subject;
    expect(subjectOf('{"type":"parcel.moved"}')).toBe('parcel.moved');
    expect(subjectOf('{ "timestamp": "x", "type" : "return.stocked-in" }')).toBe('return.stocked-in');
    expect([
      subjectOf('{"type":"Anna Müller, Hauptstr. 1"}'),
      subjectOf(`${'x'.repeat(2000)}"type":"a.b"`),
      subjectOf(''),
    ]).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('shopifyReceiver.verify', () => {
  it('accepts either of two secrets while one is changed', () => {
    expect(verifyShopify({}, { current: 'new', previous: 'app-secret' } as never)).toBe(true);
    expect(verifyShopify({}, { current: 'new' })).toBe(false);
  });

  it("shop swapped: refuses an authentic webhook of another shop on this channel's URL", () => {
    expect(verifyShopify({ 'x-shopify-shop-domain': 'other.myshopify.com' })).toBe(false);
    expect(verifyShopify({ 'x-shopify-shop-domain': 'ACME-goods.myshopify.com' })).toBe(true);
  });

  it('two families: refuses headers of both', () => {
    expect(verifyShopify({ 'shopify-topic': 'returns/cancel' })).toBe(false);
  });

  it('D5: takes a header of the other family that Backhaul does not read', () => {
    expect(verifyShopify({ 'shopify-name': 'returns' })).toBe(true);
  });

  it.each(['customer.tags_added', 'returns/request'])('D4: takes the topic %s', (topic) => {
    expect(verifyShopify({ 'x-shopify-topic': topic })).toBe(true);
  });

  it.each([
    'returns',
    'returns/',
    'returns/cancel/x',
    'returns.',
    'Returns/cancel',
    'returns/cancel,returns/cancel',
    '',
  ])('refuses the topic %j', (topic) => {
    expect(verifyShopify({ 'x-shopify-topic': topic })).toBe(false);
  });

  it('hex instead of base64: refuses it', () => {
    const { 'x-shopify-hmac-sha256': signature = '' } = signShopify('app-secret', body, about);
    expect(verifyShopify({ 'x-shopify-hmac-sha256': Buffer.from(signature, 'base64').toString('hex') })).toBe(false);
  });
});

describe('shopifyReceiver.identify', () => {
  it('gives the webhook id and the topic', () => {
    expect(shopifyReceiver.identify(request(signShopify('s', body, about), body))).toEqual({
      deliveryId: 'w-1',
      subject: 'returns/cancel',
    });
  });

  it('keeps only the headers that the observer reads', () => {
    expect(shopifyReceiver.keptHeaders).toEqual([
      'x-shopify-topic',
      'x-shopify-triggered-at',
      'shopify-topic',
      'shopify-triggered-at',
    ]);
  });
});
