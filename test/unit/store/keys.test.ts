import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKeyPart, encodeKeyPart, partitionParts, partitions, sorts } from '#shared/store/keys.ts';

const text = () =>
  fc.string({ unit: fc.constantFrom('#', '%', '2', '3', '5', 'D', '8', '0', 'a', '中', '\ud800', '\udc00') });

describe('encodeKeyPart', () => {
  it('leaves ordinary text as it is', () => {
    expect(encodeKeyPart('shopify:acme.myshopify.com:gid/1 中')).toBe('shopify:acme.myshopify.com:gid/1 中');
  });

  it('leaves no hash, and nothing that UTF-8 would change', () => {
    fc.assert(
      fc.property(text(), (value) => {
        const part = encodeKeyPart(value);
        expect(part).not.toContain('#');
        expect(Buffer.from(part, 'utf8').toString('utf8')).toBe(part);
      }),
    );
  });

  it('can be undone, so different texts stay different', () => {
    fc.assert(
      fc.property(text(), (value) => {
        expect(decodeKeyPart(encodeKeyPart(value))).toBe(value);
      }),
    );
  });
});

describe('partitionParts', () => {
  it('gives back what the partition was made of', () => {
    expect(partitionParts(partitions.case('standard:main:1#2%'))).toEqual(['standard:main:1#2%']);
    expect(partitionParts(partitions.delivery({ source: 's', channel: 'c#', id: 'x' }))).toEqual(['s', 'c#', 'x']);
  });
});

describe('sorts', () => {
  it('orders acts by number', () => {
    expect([sorts.act(10), sorts.act(9), sorts.act(100)].toSorted()).toEqual([
      'ACT#00000009',
      'ACT#00000010',
      'ACT#00000100',
    ]);
  });
});
