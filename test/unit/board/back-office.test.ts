import { describe, expect, it } from 'vitest';
import { backOfficeUrl } from '../../../functions/serve-board/page/parts/back-office.ts';

const shown = { shop: '4400123', caseId: '6796', orderId: 'SO-1' };

describe('backOfficeUrl', () => {
  it('puts the case, its order and its shop in', () => {
    const template = 'https://store.example/{shop}/returns/{caseId}?order={orderId}';

    expect(backOfficeUrl(template, shown)).toBe('https://store.example/4400123/returns/6796?order=SO-1');
  });

  it('encodes whatever would lead elsewhere', () => {
    const caseId = '../a/b?x=1#y&z 王"<';

    expect(backOfficeUrl('https://store.example/{caseId}', { ...shown, caseId })).toBe(
      'https://store.example/..%2Fa%2Fb%3Fx%3D1%23y%26z%20%E7%8E%8B%22%3C',
    );
  });

  it('leaves alone what only looks like a place, and text that an id holds', () => {
    expect(backOfficeUrl('https://store.example/{caseId}/{other}', { ...shown, caseId: '{shop}' })).toBe(
      'https://store.example/%7Bshop%7D/%7Bother%7D',
    );
  });

  it('takes a shop for a host', () => {
    const shop = 'acme-goods.myshopify.com';

    expect(backOfficeUrl('https://{shop}/admin/orders/{orderId}', { ...shown, shop })).toBe(
      'https://acme-goods.myshopify.com/admin/orders/SO-1',
    );
  });

  it.each<[string, string | undefined, Partial<typeof shown> | { readonly orderId: undefined }]>([
    ['without a template', undefined, {}],
    ['where the template needs an order that is not known', 'https://store.example/{orderId}', { orderId: undefined }],
    ['where it is no https address', 'http://store.example/{caseId}', {}],
    ['where it would run a script', 'javascript:alert({caseId})', {}],
    ['where a shop is no host', 'https://{shop}/{caseId}', { shop: 'evil.example/x' }],
    ['where a shop brings a name before a host', 'https://{shop}.store.example/{caseId}', { shop: 'a@evil' }],
  ])('is none %s', (_, template, more) => {
    expect(backOfficeUrl(template, { ...shown, ...more })).toBeUndefined();
  });
});
