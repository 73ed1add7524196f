import { describe, expect, it } from 'vitest';
import { merchantSchema } from '#shared/merchant/merchant.ts';
import { readMerchant } from '../../../infra/merchant.ts';

function faultsOf(links: object, fields: object = {}): string[] {
  const raw = JSON.parse(JSON.stringify(readMerchant('demo')));
  const parsed = merchantSchema.safeParse({ ...raw, ...fields, links });
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('links.case', () => {
  it.each([
    ['https://board.example/{key}', []],
    ['https://board.example/', ['links.case: must have {key} where the key of the case stands']],
    ['javascript:{key}', ['links.case: must be an https address with {key} in it']],
  ])('%s', (pattern, expected) => {
    expect(faultsOf({ case: pattern })).toEqual(expected);
  });
});

describe('links.backOffice', () => {
  it.each([
    'https://store.example/{shop}/returns/{caseId}',
    'https://store.example/orders/{orderId}?return={caseId}',
    'https://{shop}/admin/orders/{orderId}',
    'http://127.0.0.1:4598/{caseId}',
  ])('may be %s', (template) => {
    expect(faultsOf({ backOffice: { doudian: template } })).toEqual([]);
  });

  it.each([
    ['https://store.example/', 'must have {caseId} or {orderId} where it stands'],
    ['https://store.example/{shop}', 'must have {caseId} or {orderId} where it stands'],
    ['https://store.example/{caseid}', 'may hold no other places than {caseId}, {orderId}, {shop}'],
    ['javascript:alert({caseId})', 'must be an https address'],
    ['http://store.example/{caseId}', 'must be an https address'],
    ['/returns/{caseId}', 'must be an https address'],
    ['https://{caseId}.store.example/', 'may have {caseId} and {orderId} only after the host'],
    ['https://{orderId}@store.example/', 'may have {caseId} and {orderId} only after the host'],
  ])('is not %s', (template, message) => {
    expect(faultsOf({ backOffice: { doudian: template } })).toEqual([`links.backOffice.doudian: ${message}`]);
  });

  it('is of a source of which the merchant has a store', () => {
    expect(faultsOf({ backOffice: { qimen: 'https://store.example/{caseId}' } })).toEqual([
      'links.backOffice.qimen: must be one of: standard, shopify, doudian',
    ]);
  });

  it('leads to no machine of its own outside a demo', () => {
    expect(faultsOf({ backOffice: { doudian: 'http://127.0.0.1:4598/{caseId}' } }, { demo: false })).toContain(
      'links.backOffice.doudian: must be an https address',
    );
  });
});
