import { describe, expect, it } from 'vitest';
import { carrierCodeOf } from '#shared/sources/carrier-code.ts';
import { moneyFromDecimal } from '#shared/sources/minor-units.ts';
import { parseBody } from '#shared/sources/parse-body.ts';
import { parseLossless } from '#shared/sources/parse-lossless.ts';
import { decodeBase64 } from '#shared/sources/strict-base64.ts';
import { merchant } from '../../contract/source-vectors.ts';

describe('carrierCodeOf', () => {
  it.each([
    ['sf', 'sf'],
    ['SF Express', 'sf'],
    [' sf express ', 'sf'],
    ['顺丰速运', 'sf'],
    ['Royal Mail', 'royal mail'],
  ])('makes %j into %s', (name, code) => {
    expect(carrierCodeOf(name, merchant)).toBe(code);
  });
});

describe('moneyFromDecimal', () => {
  it.each([
    ['49.90', 'USD', 4990],
    ['10.0', 'USD', 1000],
    ['0.07', 'EUR', 7],
    ['1.10', 'USD', 110],
    ['1200', 'JPY', 1200],
    ['1200.00', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['1.5', 'KWD', 1500],
    ['1.100', 'USD', 110],
    ['999999999999.99', 'USD', 99999999999999],
  ])('makes %s %s into %i', (text, currency, amount) => {
    expect(moneyFromDecimal(text, currency)).toEqual({ amount, currency });
  });

  it.each([
    ['1.005', 'USD'],
    ['0.5', 'JPY'],
    ['-1.00', 'USD'],
    ['1e3', 'USD'],
    ['1,00', 'USD'],
    ['', 'USD'],
    ['.5', 'USD'],
    ['1.', 'USD'],
    ['NaN', 'USD'],
    ['1.00', 'usd'],
    ['1.00', '__proto__'],
  ])('refuses %j %s', (text, currency) => {
    expect(moneyFromDecimal(text, currency)).toBeUndefined();
  });
});

describe('parseBody', () => {
  const reasonOf = (body: Uint8Array | string, parse: (text: string) => unknown = JSON.parse) => {
    const parsed = parseBody(Buffer.from(body), parse);
    return parsed.ok ? undefined : parsed.reason;
  };
  const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

  it('tells why a body cannot be read', () => {
    expect(reasonOf(Buffer.from([0x22, 0xff, 0x22]))).toBe('the body is not UTF-8');
    expect(reasonOf('{"a":1}}')).toBe('the body is not JSON');
    expect(reasonOf('')).toBe('the body is not JSON');
  });

  it('deep nesting: takes 64 levels, not 65, and brackets within texts do not count', () => {
    expect([reasonOf(nested(64)), reasonOf(nested(65))]).toEqual([
      undefined,
      'the body is nested deeper than 64 levels',
    ]);
    expect(reasonOf(JSON.stringify(`\\"${'['.repeat(100)}`))).toBeUndefined();
    expect(reasonOf('['.repeat(1024 * 1024), parseLossless)).toBe('the body is nested deeper than 64 levels');
  });
});

describe('parseLossless', () => {
  it('keeps the digits of ids above 2^53', () => {
    expect(parseLossless('{"id":9007199254740993,"n":9007199254740991,"x":1.5}')).toEqual({
      id: '9007199254740993',
      n: 9007199254740991,
      x: 1.5,
    });
  });

  it('prototype pollution: a __proto__ key changes nothing', () => {
    const value = parseLossless('{"__proto__":{"polluted":1}}') as { polluted?: number };
    expect([value.polluted, ({} as { polluted?: number }).polluted]).toEqual([undefined, undefined]);
  });
});

describe('decodeBase64', () => {
  it('takes each sequence of bytes in one form only', () => {
    expect(decodeBase64('AAE=')).toEqual(Buffer.from([0, 1]));
    expect(['AAE', 'AAE==', 'AA E=', 'AAF=', 'AAE=\n', '!AAE='].map(decodeBase64)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
